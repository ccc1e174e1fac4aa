import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

export default defineConfig({
  plugins: [
    react(),
    VitePWA({
      registerType: 'prompt',
      // Registered by app/uppdatering.ts: the injected snippet would be an inline script.
      injectRegister: false,
      manifest: {
        name: 'Samskrift',
        short_name: 'Samskrift',
        description: 'Där nämndens text skrivs tillsammans och justeras.',
        lang: 'sv',
        start_url: '/',
        display: 'minimal-ui',
        background_color: '#f3f0e9',
        theme_color: '#1a5e55',
        icons: [{ src: '/samskrift.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
      },
      workbox: {
        globPatterns: ['**/*.{js,css,html,svg,woff2}'],
        navigateFallback: '/index.html',
        // What the server answers itself; a page in their place would hide the answer.
        navigateFallbackDenylist: [/^\/api\//, /^\/sync\//, /^\/metrics/, /^\/healthz/, /^\/readyz/],
        cleanupOutdatedCaches: true,
        maximumFileSizeToCacheInBytes: 4 * 1024 * 1024,
      },
    }),
  ],
  build: {
    target: 'es2024',
    // Vite's inlined module preload polyfill and small assets as data: would each need a hole in the policy.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Left alone it makes a file of every few modules that two pages share: a handling opened after 72 requests, and
          // a quarter of the time went to them.
          groups: [
            { name: 'grund', tags: ['$initial'], priority: 3 },
            {
              name: 'komponenter',
              test: /node_modules[\\/](?:@tabler|@floating-ui|@mantine[\\/](?!tiptap))/,
              priority: 2,
            },
            { name: 'sidor', test: /client[\\/]src[\\/](?!editor|sync)/, minShareCount: 2, priority: 1 },
            {
              name: 'redigerare',
              test: /[\\/](?:@tiptap|prosemirror-|yjs|y-|lib0)|client[\\/]src[\\/](?:editor|sync)/,
            },
          ],
        },
      },
    },
  },
});
