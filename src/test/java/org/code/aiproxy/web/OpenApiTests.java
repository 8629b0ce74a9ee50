package org.code.aiproxy.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.code.aiproxy.RunningService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The description that tools read, against the routes that there are. */
class OpenApiTests extends RunningService {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping routes;

    @Test
    void describesEveryRouteAndNoOther() {
        Set<String> described = new TreeSet<>();
        for (var path : description().get("paths").properties()) {
            if (!path.getKey().startsWith("/actuator")) {
                path.getValue()
                        .propertyNames()
                        .forEach(method -> described.add(method + " " + path.getKey()));
            }
        }
        Set<String> mapped = new TreeSet<>();
        for (RequestMappingInfo route : routes.getHandlerMethods().keySet()) {
            for (String path : route.getPatternValues()) {
                route.getMethodsCondition()
                        .getMethods()
                        .forEach(method ->
                                mapped.add(
                                        method.name().toLowerCase(Locale.ROOT)
                                                + " "
                                                + path.replace("{*name}", "/{name}")
                                                        .replace("//", "/")));
            }
        }
        assertThat(described).isEqualTo(mapped);
    }

    @Test
    void namesTheStatusOfARefusalWhereverOneCanCome() {
        for (var path : description().get("paths").properties()) {
            boolean isAlwaysAnswered =
                    Set.of("/", "/test", "/openapi.json", "/docs", "/docs/{file}")
                                    .contains(path.getKey())
                            || path.getKey().startsWith("/actuator");
            assertThat(path.getValue().findValues("responses"))
                    .as(path.getKey())
                    .allSatisfy(responses ->
                            assertThat(isAlwaysAnswered || responses.has("503")).isTrue());
        }
    }

    @Test
    void refersToNothingThatIsNotThere() {
        JsonNode description = description();
        assertThat(description.get("openapi").stringValue()).isEqualTo("3.1.0");
        assertThat(description.findValuesAsString("$ref"))
                .isNotEmpty()
                .allSatisfy(reference ->
                        assertThat(description.at(reference.substring(1)).isMissingNode())
                                .as(reference)
                                .isFalse());
    }

    /**
     * Generated clients name their methods after these, and make a field with a default required.
     */
    @Test
    void suitsGeneratorsOfClients() {
        JsonNode description = description();
        List<String> operations = description.get("paths").findValuesAsString("operationId");
        long routes =
                description.get("paths").properties().stream()
                        .mapToLong(path -> path.getValue().size())
                        .sum();
        assertThat(operations).doesNotHaveDuplicates().hasSize((int) routes);
        for (String schema : List.of("AssessmentForm", "AssessmentRequest")) {
            JsonNode fields = description.at("/components/schemas/" + schema + "/properties");
            assertThat(fields.findValues("default")).isEmpty();
        }
    }

    @Test
    void needsNoKey() {
        assertThat(send(anonymousRequest("/openapi.json")).status()).isEqualTo(200);
    }

    private JsonNode description() {
        Answer answer = get("/openapi.json");
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }
}
