import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../../components/theme.css'
import { SafetyNet } from '../../components/ui/safety-net'
import { markLanguage } from '../../lib/words/language'
import { App } from './app'

markLanguage(document.documentElement)
const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <SafetyNet>
        <App />
      </SafetyNet>
    </StrictMode>,
  )
}
