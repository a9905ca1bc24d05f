// Findings and recommendations written where the line comes and goes. Each note has a key of its own
// from the moment it is saved here, so that however often it is sent the server makes it once.
(() => {
  const box = document.getElementById('field')
  if (!box) return
  const words = box.dataset
  const line = box.querySelector('[data-line]')
  const list = box.querySelector('[data-queue]')
  const written = document.querySelector('[data-written]')
  let token = box.querySelector('[name=csrfmiddlewaretoken]').value
  let busy = false, wait = 2000, timer

  const read = () => { try { return JSON.parse(localStorage.getItem(words.key)) || {} } catch { return {} } }
  let queue = read()
  function keep () { try { localStorage.setItem(words.key, JSON.stringify(queue)); return true } catch { return false } }

  function say (text, link) {
    line.hidden = !text
    line.textContent = text
    if (link) line.append(' ', Object.assign(document.createElement('a'), { href: words.signIn, target: '_blank', textContent: words.again }))
  }
  function show () {
    const notes = Object.entries(queue)
    list.hidden = !notes.length
    list.replaceChildren(...notes.map(([key, note]) => {
      const item = document.createElement('li')
      item.append(Object.assign(document.createElement('span'), { textContent: note.text }))
      const state = Object.assign(document.createElement('span'), { className: note.errors ? 'by error' : 'by' })
      state.textContent = note.errors ? `${words.wrong} ${Object.values(note.errors).join(' ')}` : words.waiting.replace(/:$/, '')
      item.append(state)
      if (note.errors) {
        const button = Object.assign(document.createElement('button'), { type: 'button', className: 'btn secondary small', textContent: words.edit })
        button.addEventListener('click', () => { fill(note); delete queue[key]; keep(); show() })
        item.append(button)
      }
      return item
    }))
  }
  // Only secure pages have randomUUID; an office may try the portal on a plain address first.
  function newKey () {
    if (crypto.randomUUID) return crypto.randomUUID()
    const hex = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
  }
  function fill (note) {
    const form = box.querySelector(`form[data-kind=${note.kind}]`)
    for (const field of form.querySelectorAll('[name]')) {
      const name = field.name.replace(`${note.kind}-`, '')
      if (!(name in note)) continue
      if (field.type === 'checkbox') field.checked = note[name].includes(field.value)
      else field.value = note[name]
    }
    form.querySelector('textarea').focus()
  }
  function noteOf (form) {
    const note = { kind: form.dataset.kind }
    for (const field of form.querySelectorAll('[name]')) {
      const name = field.name.replace(`${note.kind}-`, '')
      if (name === field.name) continue
      if (field.type === 'checkbox') { note[name] ||= []; if (field.checked) note[name].push(field.value) } else note[name] = field.value
    }
    return note
  }

  box.addEventListener('submit', (event) => {
    const form = event.target
    const note = noteOf(form)
    if (!note.text?.trim()) return // the server says what is missing
    queue[newKey()] = note
    if (!keep()) { queue = read(); return } // no room on the device: the plain post goes out
    event.preventDefault()
    const area = form.querySelector('select').value
    form.reset()
    form.querySelector('select').value = area
    form.querySelector('textarea').focus()
    show()
    send()
  })

  async function send () {
    const notes = Object.fromEntries(Object.entries(queue).filter(([, note]) => !note.errors).slice(0, 20))
    if (busy || !Object.keys(notes).length) return
    busy = true
    let answer
    try {
      answer = await fetch(words.url, {
        method: 'POST', body: JSON.stringify({ notes }), signal: AbortSignal.timeout(60000),
        headers: { 'Content-Type': 'application/json', 'X-CSRFToken': token, 'X-Portal-Save': 'rows' }
      })
    } catch { return later(words.kept) }
    if (answer.status === 401) return later(words.out, true)
    if (answer.status === 403) {
      const fresh = await fetch(words.url, { headers: { 'X-Portal-Save': 'rows' } }).catch(() => null)
      if (fresh?.ok) token = (await fresh.json()).token
      return later(words.out, true)
    }
    const body = await answer.json().catch(() => ({}))
    if (!answer.ok) return later(body.error || words.kept)
    wait = 2000
    for (const [key, said] of Object.entries(body.notes)) {
      if (said.errors) { queue[key].errors = said.errors; continue }
      const item = document.createElement('li')
      item.append(Object.assign(document.createElement('strong'), { textContent: said.number }), ' ', queue[key]?.text.slice(0, 160) ?? '')
      written.prepend(item)
      delete queue[key]
    }
    keep()
    show()
    busy = false
    say(Object.keys(queue).length ? '' : words.saved)
    send()
  }
  function later (text, link) {
    say(text, link)
    busy = false
    wait = Math.min(wait * 1.7, 60000)
    clearTimeout(timer)
    timer = setTimeout(send, wait)
  }
  addEventListener('online', () => { wait = 2000; send() })
  document.addEventListener('visibilitychange', () => { if (!document.hidden) send() })
  show()
  send()
})()
