;;; Drives the server in Emacs with Eglot as a person would who took the snippet of the documentation, and writes what was seen to $SEEN.  -*- lexical-binding: t -*-
(package-initialize)
(require 'eglot)
(require 'json)

(define-derived-mode client-test-mode prog-mode "Client")
(put 'client-test-mode 'eglot-language-id "typescript")
(load (getenv "SNIPPET"))
(add-to-list 'auto-mode-alist '("\\.ts\\'" . client-test-mode))
;; Emacs 28 has no mode for TypeScript of its own: the snippet's server is taken for ours.
(add-to-list 'eglot-server-programs (cons 'client-test-mode (cdr (car eglot-server-programs))))
(setq eglot-sync-connect 20
      eglot-confirm-server-initiated-edits nil
      ;; The folder is a project, whether git knows it or not.
      project-find-functions (list (lambda (_) (cons 'transient (expand-file-name (getenv "FOLDER"))))))
(cl-defmethod project-root ((project (head transient))) (cdr project))

(defun client-wait (condition)
  "Wait until CONDITION holds, at most 20 seconds."
  (let ((end (+ (float-time) 20)))
    (while (and (< (float-time) end) (not (funcall condition)))
      (accept-process-output nil 0.1))))

(defun client-diagnostics ()
  "What Flymake shows."
  (flymake-start)
  (flymake-diagnostics))

(find-file "src/handleError.ts")
(call-interactively (lambda () (interactive) (apply #'eglot (eglot--guess-contact))))
(client-wait #'client-diagnostics)

(let* ((server (eglot-current-server))
       (shown (client-diagnostics))
       (texts (mapcar #'flymake-diagnostic-text shown))
       hover references actions)
  (goto-char (point-min))
  (search-forward "INSUFFICIENT_CR")
  (setq hover (plist-get (plist-get (jsonrpc-request server :textDocument/hover (eglot--TextDocumentPositionParams)) :contents) :value))
  ;; The workspace is read while nobody waits for it.
  (client-wait
   (lambda ()
     (setq references
           (length (jsonrpc-request server :textDocument/references
                                    (append (eglot--TextDocumentPositionParams) '(:context (:includeDeclaration t))))))
     (>= references 4)))
  (setq actions (eglot-code-actions (flymake-diagnostic-beg (car shown)) (flymake-diagnostic-end (car shown)) nil))
  (let ((action (car actions)))
    (unless (plist-get action :edit)
      (setq action (jsonrpc-request server :codeAction/resolve action)))
    (eglot--apply-workspace-edit (plist-get action :edit)))
  ;; Eglot tells of changes when somebody is idle, which nobody is here.
  (eglot--signal-textDocument/didChange)
  (client-wait (lambda () (null (client-diagnostics))))
  (let ((left (length (client-diagnostics)))
        (report (progn
                  (error-codes-look-up (getenv "REQUEST_ID"))
                  (with-current-buffer "*error codes*" (buffer-string)))))
    (with-temp-file (getenv "SEEN")
      (insert (json-encode
               `((diagnostics . ,(vconcat texts))
                 (hover . ,hover)
                 (references . ,references)
                 (actions . ,(vconcat (mapcar (lambda (action) (plist-get action :title)) actions)))
                 (left . ,left)
                 (report . ,report))))))
  (set-buffer-modified-p nil)
  (eglot-shutdown server))
