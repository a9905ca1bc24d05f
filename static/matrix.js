// Saves a matrix row by row as it is typed, over lines that come and go. What is not yet on the
// server is on this device; a row leaves the device only when the server has answered for it.
(() => {
  const form = document.getElementById('matrix')
  if (!form) return
  const words = form.dataset
  const line = form.querySelector('[data-line]')
  const rowOf = (node) => node.closest?.('tr[data-row]')
  const slot = (row) => `${words.key}:${row.dataset.row}`
  const pending = new Map()
  let token = form.elements.csrfmiddlewaretoken.value
  let timer, busy = false, wait = 2000

  const fieldsOf = (row) => row.querySelectorAll('[name]')
  function valuesOf (row) {
    const values = { revision: Number(row.dataset.revision) }
    for (const field of fieldsOf(row)) {
      const name = field.name.split('.')[1]
      if (name !== 'revision') values[name] = field.type === 'checkbox' ? field.checked : field.value
    }
    return values
  }
  function fill (row, values) {
    for (const field of fieldsOf(row)) {
      const name = field.name.split('.')[1]
      if (name === 'revision' || !(name in values)) continue
      if (field.type === 'checkbox') field.checked = Boolean(values[name])
      else field.value = values[name] ?? ''
    }
  }
  function revised (row, revision) {
    row.dataset.revision = revision
    row.querySelector('[name$=".revision"]').value = revision
  }
  const keep = (row) => { try { localStorage.setItem(slot(row), JSON.stringify(valuesOf(row))) } catch { /* full or forbidden: the form itself still holds it */ } }
  const drop = (row) => { try { localStorage.removeItem(slot(row)) } catch { /* as above */ } }

  function say (text, link) {
    line.hidden = !text
    line.textContent = text
    if (link) {
      const a = document.createElement('a')
      a.href = words.signIn; a.target = '_blank'; a.textContent = words.again
      line.append(' ', a)
    }
  }
  function clearNotes (row) {
    row.querySelectorAll('.error, .theirs').forEach((note) => note.remove())
    row.querySelectorAll('[aria-invalid]').forEach((field) => { field.removeAttribute('aria-invalid'); field.removeAttribute('aria-describedby') })
  }
  function show (row, state) { if (state) row.dataset.state = state; else delete row.dataset.state }

  function touched (row) {
    pending.set(row.dataset.row, (pending.get(row.dataset.row) || 0) + 1)
    show(row, 'unsaved')
    keep(row)
  }
  function soon (ms) { clearTimeout(timer); timer = setTimeout(send, ms) }

  form.addEventListener('input', (event) => {
    const row = rowOf(event.target)
    if (row) { touched(row); soon(1500) }
  })
  form.addEventListener('change', (event) => { if (rowOf(event.target)) soon(300) })
  form.addEventListener('focusout', (event) => {
    const row = rowOf(event.target)
    if (row && pending.has(row.dataset.row) && row !== rowOf(event.relatedTarget || form)) soon(50)
  })

  async function send () {
    if (busy || !pending.size) return
    busy = true
    // Twenty rows a message: small enough to get through between two cuts of the line.
    const sent = new Map([...pending].slice(0, 20))
    const rows = {}
    for (const name of sent.keys()) {
      const row = document.getElementById(name)
      rows[name] = valuesOf(row)
      show(row, 'saving')
    }
    say(words.saving)
    let answer
    try {
      answer = await fetch(words.rowsUrl, {
        method: 'POST', body: JSON.stringify({ rows }), signal: AbortSignal.timeout(60000),
        headers: { 'Content-Type': 'application/json', 'X-CSRFToken': token, 'X-Portal-Save': 'rows' }
      })
    } catch {
      return later(sent, 'offline', words.offline)
    }
    if (answer.status === 401) return later(sent, 'offline', words.out, true)
    if (answer.status === 403) {
      // Signed in again in another window: the token of this page is an old one.
      const fresh = await fetch(words.rowsUrl, { headers: { 'X-Portal-Save': 'rows' } }).catch(() => null)
      if (fresh?.ok) token = form.elements.csrfmiddlewaretoken.value = (await fresh.json()).token
      return later(sent, 'offline', words.out, true)
    }
    if (!answer.ok) {
      const body = await answer.json().catch(() => ({}))
      return later(sent, 'error', body.error || words.offline)
    }
    const body = await answer.json()
    wait = 2000
    for (const [name, count] of sent) settle(document.getElementById(name), body.rows[name] || {}, count)
    busy = false
    if (pending.size) soon(50)
    else say(form.querySelector('[data-state=conflict], [data-state=error]') ? '' : words.saved)
  }
  function later (sent, state, text, link) {
    for (const name of sent.keys()) show(document.getElementById(name), state)
    say(text, link)
    busy = false
    wait = Math.min(wait * 1.7, 60000)
    soon(wait)
  }
  function settle (row, answer, count) {
    const name = row.dataset.row
    const moved = pending.get(name) !== count
    clearNotes(row)
    if ('theirs' in answer) { pending.delete(name); return conflict(row, answer) }
    if ('errors' in answer) { pending.delete(name); return problems(row, answer.errors) }
    if (!('revision' in answer)) return
    revised(row, answer.revision)
    if (moved) { keep(row); return }
    pending.delete(name)
    drop(row)
    show(row, 'saved')
  }
  function problems (row, errors) {
    show(row, 'error')
    for (const [name, text] of Object.entries(errors)) {
      const field = row.querySelector(`[name$=".${name}"]`) || row.querySelector('[name]')
      const note = Object.assign(document.createElement('p'), { className: 'error', textContent: text, id: `${row.id}.${name}e` })
      field.setAttribute('aria-invalid', 'true'); field.setAttribute('aria-describedby', note.id)
      field.after(note)
    }
  }
  function conflict (row, answer) {
    show(row, 'conflict')
    const box = Object.assign(document.createElement('div'), { className: 'theirs error' })
    box.setAttribute('role', 'alert')
    const mine = valuesOf(row)
    const list = Object.entries(answer.theirs).filter(([name, value]) => String(value ?? '') !== String(mine[name] ?? ''))
    box.append(words.theirs, ' ', list.map(([, value]) => value).filter((value) => value !== null && value !== '').join(' · '))
    const button = (text, act) => {
      const node = Object.assign(document.createElement('button'), { type: 'button', className: 'btn secondary small', textContent: text })
      node.addEventListener('click', () => { box.remove(); revised(row, answer.revision); act() })
      box.append(' ', node)
    }
    button(words.take, () => { fill(row, answer.theirs); drop(row); show(row, 'saved') })
    button(words.keep, () => { touched(row); soon(50) })
    row.querySelector('th').append(box)
  }

  // What an earlier visit could not send comes back into the form and goes out again.
  let back = 0
  for (const row of form.querySelectorAll('tr[data-row]')) {
    let stored
    try { stored = JSON.parse(localStorage.getItem(slot(row)) || 'null') } catch { stored = null }
    if (!stored) continue
    fill(row, stored)
    row.dataset.revision = stored.revision
    pending.set(row.dataset.row, 1)
    show(row, 'unsaved')
    back += 1
  }
  if (back) { say(words.back); soon(500) }

  window.addEventListener('online', () => { wait = 2000; soon(100) })
  window.addEventListener('focus', () => { if (pending.size) soon(200) })
  window.addEventListener('beforeunload', (event) => { if (pending.size) event.preventDefault() })
  form.addEventListener('submit', () => {
    // The whole form goes. Rows stay on the device until the server has answered for them: if
    // this post is lost, the next visit sends them; if it was not, they are found to be the same.
    clearTimeout(timer)
    pending.clear()
  })
})()
