// Passkeys and security keys: asks the browser for a credential and posts it with the form.
(() => {
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0))
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
  const listed = (keys) => (keys || []).map((key) => ({ ...key, id: bytes(key.id) }))

  const credential = (found, names) => ({
    id: found.id,
    rawId: text(found.rawId),
    type: found.type,
    clientExtensionResults: found.getClientExtensionResults(),
    response: Object.fromEntries(names.filter((name) => found.response[name]).map((name) => [name, text(found.response[name])]))
  })

  async function create (options, form) {
    const publicKey = { ...options.publicKey, challenge: bytes(options.publicKey.challenge) }
    publicKey.user = { ...publicKey.user, id: bytes(publicKey.user.id) }
    publicKey.excludeCredentials = listed(publicKey.excludeCredentials)
    const alone = form.elements.passwordless?.checked
    publicKey.authenticatorSelection = {
      ...publicKey.authenticatorSelection,
      residentKey: alone ? 'required' : 'discouraged',
      requireResidentKey: Boolean(alone),
      ...(alone && { userVerification: 'required' })
    }
    return credential(await navigator.credentials.create({ publicKey }), ['clientDataJSON', 'attestationObject'])
  }

  async function get (options) {
    const publicKey = { ...options.publicKey, challenge: bytes(options.publicKey.challenge) }
    publicKey.allowCredentials = listed(publicKey.allowCredentials)
    return credential(await navigator.credentials.get({ publicKey }), ['clientDataJSON', 'authenticatorData', 'signature', 'userHandle'])
  }

  async function options (form) {
    const kept = document.getElementById('js_data')
    if (kept) return JSON.parse(kept.textContent)
    const answer = await fetch(form.action, { headers: { Accept: 'application/json', 'X-Requested-With': 'XMLHttpRequest' } })
    return answer.json()
  }

  for (const form of window.PublicKeyCredential ? document.querySelectorAll('form[data-passkey]') : []) {
    form.hidden = false
    form.addEventListener('submit', async (event) => {
      event.preventDefault()
      event.stopPropagation()
      const note = form.querySelector('[data-passkey-note]')
      note.hidden = true
      try {
        const found = await options(form)
        const made = found.creation_options ? await create(found.creation_options, form) : await get(found.request_options)
        form.elements.credential.value = JSON.stringify(made)
        form.submit()
      } catch {
        note.hidden = false
      }
    })
  }
})()
