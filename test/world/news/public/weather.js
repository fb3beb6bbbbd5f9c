// Loads the priced forecast on a click, or at once with ?auto=1.
const button = document.querySelector('#load')
const forecast = document.querySelector('#forecast')
const problem = document.querySelector('#forecast-error')

button.addEventListener('click', load)
if (new URLSearchParams(location.search).get('auto') === '1') load()

async function load() {
  button.disabled = true
  problem.hidden = true
  try {
    const response = await fetch(button.dataset.source)
    if (!response.ok) throw new Error(`the server answered ${response.status}`)
    show(await response.json())
  } catch (error) {
    problem.textContent = `The forecast could not be loaded: ${error.message}`
    problem.hidden = false
  } finally {
    button.disabled = false
  }
}

function show({ issued, summary, areas }) {
  forecast.replaceChildren(
    element('p', 'summary', summary),
    ...areas.map(({ name, wind, sea, visibility }) => {
      const section = element('section', 'area')
      section.append(
        element('h2', '', name),
        list({ Wind: wind, Sea: sea, Visibility: visibility }),
      )
      return section
    }),
    element('p', 'issued', `Issued at ${issued}`),
  )
  forecast.hidden = false
}

function list(facts) {
  const node = element('dl', '')
  for (const [term, value] of Object.entries(facts)) {
    node.append(element('dt', '', term), element('dd', '', value))
  }
  return node
}

function element(name, className, text = '') {
  const node = document.createElement(name)
  node.className = className
  node.textContent = text
  return node
}
