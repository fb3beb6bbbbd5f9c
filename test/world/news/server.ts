import { fileURLToPath } from 'node:url'
import express from 'express'
import { forecast } from '../forecast'
import { type LocalServer, listen } from '../listen'
import { articlePage } from './article-page'
import { articles } from './articles'
import { frontPage } from './front-page'
import { notFoundPage, weatherPage } from './notice-pages'
import { paywall } from './paywall'

export interface NewsOptions {
  facilitatorUrl: string
  /** Origin of the v1 seller, for `/weather-v1`. */
  almanacOrigin: string
  port?: number
}

/** The Harbour Gazette: a newspaper that sells its articles by x402 v2. */
export async function startNews(options: NewsOptions): Promise<LocalServer> {
  const publicFolder = fileURLToPath(new URL('./public', import.meta.url))
  const policy = `default-src 'self'; connect-src 'self' ${options.almanacOrigin}; base-uri 'none'`

  const app = express()
  app.disable('x-powered-by')
  app.use((_request, response, next) => {
    response.setHeader('Content-Security-Policy', policy)
    next()
  })
  app.get('/favicon.ico', (_request, response) => {
    response.sendFile('favicon.svg', { root: publicFolder })
  })
  app.use(express.static(publicFolder, { index: false }))
  app.get('/', (_request, response) => response.send(frontPage()))
  app.get('/weather', (_request, response) => response.send(weatherPage('/api/forecast')))
  app.get('/weather-v1', (_request, response) =>
    response.send(weatherPage(`${options.almanacOrigin}/forecast`)),
  )

  app.use(await paywall(options.facilitatorUrl))
  app.get('/api/forecast', (_request, response) => response.json(forecast))
  for (const article of articles) {
    app.get(`/articles/${article.slug}`, (_request, response) =>
      response.send(articlePage(article)),
    )
  }
  app.use((_request, response) => response.status(404).send(notFoundPage()))

  return listen((request, response) => app(request, response), options.port)
}
