// The address is relative, so that the page works behind a proxy that adds a path.
SwaggerUIBundle({url: 'openapi.json', dom_id: '#routes', deepLinking: true, validatorUrl: null});
