;;; Drives the server in Emacs with lsp-mode, with the snippet of the documentation, and writes what was seen to $SEEN.  -*- lexical-binding: t -*-
(package-initialize)
(require 'json)
(load (getenv "SNIPPET"))

(define-derived-mode client-test-mode prog-mode "Client")
(add-to-list 'auto-mode-alist '("\\.ts\\'" . client-test-mode))
(add-to-list 'lsp-language-id-configuration '(client-test-mode . "typescript"))
(setq lsp-auto-guess-root t
      lsp-guess-root-without-session t
      lsp-enable-file-watchers nil
      lsp-session-file (expand-file-name "session" (getenv "FOLDER")))
(require 'project)
;; The folder is a project, whether git knows it or not.
(setq project-find-functions (list (lambda (_) (cons 'transient (expand-file-name (getenv "FOLDER"))))))
(cl-defmethod project-root ((project (head transient))) (cdr project))

(defun client-wait (condition)
  "Wait until CONDITION holds, at most 20 seconds."
  (let ((end (+ (float-time) 20)))
    (while (and (< (float-time) end) (not (funcall condition)))
      (accept-process-output nil 0.1))))

(defun client-diagnostics ()
  "The messages of all diagnostics."
  (mapcar (lambda (each) (lsp-get each :message)) (apply #'append (hash-table-values (lsp-diagnostics t)))))

(find-file "src/handleError.ts")
(lsp)
(client-wait #'client-diagnostics)
(goto-char (point-min))
(search-forward "INSUFFICIENT_CR")
(let* ((hover (lsp-request "textDocument/hover" (lsp--text-document-position-params)))
       (report (lsp-send-execute-command "apiErrorCodes.lookUp" (vector (getenv "REQUEST_ID"))))
       (seen `((diagnostics . ,(vconcat (client-diagnostics)))
               (hover . ,(lsp-get (lsp-get hover :contents) :value))
               (report . ,report))))
  (with-temp-file (getenv "SEEN") (insert (json-encode seen))))
