package org.code.aiproxy.web;

import java.io.IOException;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows the description of all routes as a page, by Swagger UI. */
@RestController
class DocsController {

    /**
     * The page's own files, and requests to this service; Swagger UI sets styles and has images
     * inside.
     */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
                    + " img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'";

    private static final MediaType SCRIPT = MediaType.valueOf("text/javascript;charset=UTF-8");
    private static final MediaType STYLE = MediaType.valueOf("text/css;charset=UTF-8");
    private static final MediaType PAGE = MediaType.valueOf("text/html;charset=UTF-8");

    private static final String OWN = "docs/";

    /** The library's folder is named after its version. */
    private static final String LIBRARY = "classpath:META-INF/resources/webjars/swagger-ui/*/";

    private final Map<String, MediaType> types =
            Map.of("swagger-ui.css", STYLE, "swagger-ui-bundle.js", SCRIPT, "start.js", SCRIPT);

    @GetMapping("/docs")
    ResponseEntity<Resource> page() {
        return answer(PAGE, new ClassPathResource(OWN + "index.html"));
    }

    @GetMapping("/docs/{file}")
    ResponseEntity<Resource> file(@PathVariable String file) throws IOException {
        MediaType type = types.get(file);
        if (type == null) {
            return ResponseEntity.notFound().build();
        }
        ClassPathResource own = new ClassPathResource(OWN + file);
        return answer(type, own.exists() ? own : ofLibrary(file));
    }

    private static Resource ofLibrary(String file) throws IOException {
        return new PathMatchingResourcePatternResolver().getResources(LIBRARY + file)[0];
    }

    private static ResponseEntity<Resource> answer(MediaType type, Resource file) {
        return ResponseEntity.ok()
                .contentType(type)
                .header("Content-Security-Policy", POLICY)
                .body(file);
    }
}
