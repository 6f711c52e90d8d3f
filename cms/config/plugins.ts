export default {
  review: { enabled: true, resolve: './src/plugins/review' },
  publication: { enabled: true, resolve: './src/plugins/publication' },
  writing: { enabled: true, resolve: './src/plugins/writing' },
  checks: { enabled: true, resolve: './src/plugins/checks' },
  accounts: { enabled: true, resolve: './src/plugins/accounts' },
  office: { enabled: true, resolve: './src/plugins/office' },
  upload: {
    config: {
      sizeLimit: 200 * 1024 * 1024,
      // Chinese office files are recognised as their containers: .doc/.wps as CFB, .ofd as zip (see the validator of the review plugin).
      security: {
        allowedTypes: [
          'image/png',
          'image/jpeg',
          'image/webp',
          'image/gif',
          'application/pdf',
          'application/zip',
          'application/x-cfb',
          'application/msword',
          'application/vnd.ms-excel',
          'application/vnd.openxmlformats-officedocument.*',
          'text/plain',
          'text/csv',
        ],
        deniedTypes: ['image/svg+xml', 'text/html', 'application/xhtml+xml', 'application/javascript', 'text/javascript'],
      },
    },
  },
};
