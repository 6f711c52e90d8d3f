// Strapi asks for this file by name; the plugin itself is compiled with the app.
module.exports = require('../../../dist/src/plugins/office/server/src').default;
