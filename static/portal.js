// What makes the portal quicker to use. Every page works without it.
(() => {
  const on = (name, act, target = document) => target.addEventListener(name, act)
  const dirty = new Set()

  // A file that is too large is not sent at all: on a slow line that is minutes for nothing.
  const tooLarge = (input) => {
    const large = input.dataset.most && [...input.files].some((file) => file.size > input.dataset.most)
    input.setCustomValidity?.(large ? input.dataset.tooLarge : '')
    return large && !input.reportValidity()
  }
  on('change', (event) => event.target.type === 'file' && tooLarge(event.target))
  on('submit', (event) => {
    if ([...event.target.querySelectorAll('[data-most]')].some(tooLarge)) event.preventDefault()
  })

  // A second click on a button that is already working does nothing.
  on('submit', (event) => {
    const form = event.target
    dirty.delete(form)
    clearTimeout(form.keeping)
    if (event.defaultPrevented || form.method === 'get' || form.matches('[hx-post]')) return
    if (form.dataset.sent) return event.preventDefault()
    form.dataset.sent = 1
    event.submitter?.setAttribute('aria-disabled', 'true')
    // A download answers without leaving the page; whatever else takes long is on a slow line.
    setTimeout(() => release(form), form.dataset.download ? 8000 : 60000)
  })
  const release = (form) => {
    delete form.dataset.sent
    form.querySelectorAll('[aria-disabled]').forEach((button) => button.removeAttribute('aria-disabled'))
  }
  on('pageshow', () => document.querySelectorAll('form[data-sent]').forEach(release), window)

  // Typed words: kept on the server two seconds after the last key, and never left behind unasked.
  on('input', (event) => {
    const form = event.target.closest?.('form[data-guard], form[data-draft-url]')
    if (!form) return
    dirty.add(form)
    if (!form.dataset.draftUrl) return
    clearTimeout(form.keeping)
    form.keeping = setTimeout(() => keep(form), 2000)
  })
  async function keep (form) {
    const note = form.querySelector('[data-draft-note]') || document.createElement('i')
    const fields = new FormData(form)
    for (const [name, value] of [...fields]) if (value instanceof File) fields.delete(name)
    try {
      const answer = await fetch(form.dataset.draftUrl, { method: 'POST', body: fields, headers: { 'X-Portal-Save': 'draft' } })
      if (answer.ok) {
        if (!form.querySelector('[type=file]')) dirty.delete(form)
        note.textContent = `${note.dataset.kept} ${new Date().toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' })}`
      } else {
        note.textContent = answer.status === 401 || answer.status === 403 ? note.dataset.out : note.dataset.lost
      }
    } catch {
      note.textContent = note.dataset.lost
      form.keeping = setTimeout(() => keep(form), 15000)
    }
  }
  on('beforeunload', (event) => { if (dirty.size) event.preventDefault() }, window)
  on('click', (event) => {
    if (event.target.closest?.('[data-leave]')) dirty.clear()
    // A menu closes when something else is pressed.
    document.querySelectorAll('details.menu[open]').forEach((menu) => { if (!menu.contains(event.target)) menu.open = false })
  })
  on('keydown', (event) => {
    const menu = event.key === 'Escape' && event.target.closest?.('details.menu[open]')
    if (menu) { menu.open = false; menu.firstElementChild.focus() }
  })

  // What is wrong is read first.
  document.getElementById('errors')?.focus()

  // Who signed out is not gone back to. Chromium forgets the pages when it is told to, others are asked for them anew.
  on('submit', (event) => {
    if (event.target.action.endsWith('/accounts/logout/')) try { localStorage.setItem('left', Date.now()) } catch { /* the server has told the browser as well */ }
  })
  on('pageshow', (event) => {
    let left = 0
    try { left = localStorage.getItem('left') } catch { /* as above */ }
    if (!event.persisted || left < performance.timeOrigin) return
    document.documentElement.hidden = true
    location.reload()
  }, window)

  // A session that ended under an open list: the whole page asks to sign in.
  on('htmx:responseError', (event) => { if (event.detail.xhr.status === 401) location.reload() })
})()
