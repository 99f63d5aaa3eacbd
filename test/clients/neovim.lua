-- Drives the server in Neovim as a person would who took the snippet of the documentation, and writes what was seen to $SEEN.
local patience = 20000
dofile(vim.env.SNIPPET)
vim.cmd('edit src/handleError.ts')
vim.bo.filetype = 'typescript'

local function request(method, params)
  for _, answer in pairs(vim.lsp.buf_request_sync(0, method, params, patience) or {}) do
    return answer.result
  end
end

local function diagnostics()
  return vim.diagnostic.get(0)
end

local function position_of(word)
  for number, text in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    local column = text:find(word, 1, true)
    if column then
      return { line = number - 1, character = column }
    end
  end
end

vim.wait(patience, function() return #diagnostics() > 0 end, 50)
local seen = { diagnostics = {}, actions = {} }
for _, diagnostic in ipairs(diagnostics()) do
  table.insert(seen.diagnostics, diagnostic.message)
end

local document = vim.lsp.util.make_text_document_params()
local place = { textDocument = document, position = position_of('INSUFFICIENT_CREDITS') }
local hover = request('textDocument/hover', place)
seen.hover = hover and hover.contents.value or ''
local with_context = vim.tbl_extend('force', place, { context = { includeDeclaration = true } })
-- The workspace is read while nobody waits for it.
vim.wait(patience, function()
  seen.references = #(request('textDocument/references', with_context) or {})
  return seen.references >= 4
end, 200)

local first = diagnostics()[1]
local range = {
  start = { line = first.lnum, character = first.col },
  ['end'] = { line = first.end_lnum, character = first.end_col },
}
local reported = vim.tbl_extend('force', { range = range, message = first.message, severity = first.severity }, first.user_data.lsp)
local actions = request('textDocument/codeAction', { textDocument = document, range = range, context = { diagnostics = { reported } } })
for _, action in ipairs(actions or {}) do
  table.insert(seen.actions, action.title)
end
local action = actions[1]
if not action.edit then
  action = request('codeAction/resolve', action)
end
vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16')
vim.wait(patience, function() return #diagnostics() == 0 end, 50)
seen.left = #diagnostics()

vim.cmd('write!')
vim.cmd('ErrorCodes lookUp ' .. vim.env.REQUEST_ID)
vim.wait(patience, function() return vim.api.nvim_buf_get_name(0):match('%.md$') ~= nil end, 50)
seen.report = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
vim.fn.writefile({ vim.json.encode(seen) }, vim.env.SEEN)
for _, client in ipairs(vim.lsp.get_clients()) do
  client:stop(true)
end
vim.cmd('qa!')
