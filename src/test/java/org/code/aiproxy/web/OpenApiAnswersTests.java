package org.code.aiproxy.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.code.aiproxy.ScriptedService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What is answered, against the description that tools read. */
class OpenApiAnswersTests extends ScriptedService {

    private static final String RUBRIC =
            "Key Concept,Extensive Evidence,Convincing Evidence,Limited Evidence,No Evidence\\n"
                    + "Sprites,a,b,c,d";

    private static final String LABELS =
            "Key Concept\\tObservations\\tEvidence\\tLabel\\tReason\\n"
                    + "Sprites\\tNone.\\tLine 1: x\\tNo Evidence\\tNone.";

    private static final String COMPLETION =
            """
            {"id": "1", "object": "chat.completion", "created": 1, "model": "m", "choices": [{"index": 0, \
            "finish_reason": "stop", "message": {"role": "assistant", "content": "%s"}}], "output": [], "answers": []}\
            """
                    .formatted(LABELS);

    private static final String MODELS =
            "{\"object\": \"list\", \"data\": [{\"id\": \"gpt-4.1-mini\", \"object\": \"model\"}]}";

    private static final String ASSESSMENT =
            "{\"model\": \"MODEL\", \"code\": \"var x;\", \"prompt\": \"Grade it.\", \"rubric\": \""
                    + RUBRIC
                    + "\"}";

    private static final String CHAT =
            "{\"model\": \"MODEL\", \"messages\": [{\"role\": \"user\", \"content\": \"Hi\"}]}";

    private static final String RESPONSE = "{\"model\": \"MODEL\", \"input\": \"Hi\"}";

    private static final String DECISION =
            "{\"model\": \"MODEL\", \"input\": \"Hi\", \"questions\": []}";

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";

    /**
     * A call of a route.
     *
     * @param operation method and route as the description has them
     * @param path the path and the query; {@code MODEL} in it stands for a model's name
     * @param contentType none where there is no body
     */
    record Call(String operation, String path, String contentType, String body) {

        static Call get(String route, String query) {
            return new Call("get " + route, route + query, "", "");
        }

        static Call post(String route, String contentType, String body) {
            return new Call("post " + route, route, contentType, body);
        }

        Call of(String model) {
            return new Call(
                    operation,
                    path.replace("MODEL", model),
                    contentType,
                    body.replace("MODEL", model));
        }

        Call with(String type, String text) {
            return new Call(operation, path, type, text);
        }

        @Override
        public String toString() {
            return operation + " " + contentType;
        }
    }

    /** What is done with a call. */
    @FunctionalInterface
    private interface Check {
        void check(Call call) throws IOException;
    }

    /** Those that ask a provider. */
    static final List<Call> ASKING =
            List.of(
                    Call.post("/assessment", JSON, ASSESSMENT),
                    Call.post("/assessment", FORM, form()),
                    Call.post("/v1/assessments", JSON, ASSESSMENT),
                    Call.post("/v1/chat/completions", JSON, CHAT),
                    Call.post("/v1/responses", JSON, RESPONSE),
                    Call.post("/v1/decisions", JSON, DECISION),
                    Call.get("/test/openai", "?model=MODEL&api-key=sk-own"),
                    Call.get("/openai/models", "?api-key=sk-own"),
                    sample("get", ""),
                    sample("post", ""),
                    sample("get", "/examples"),
                    sample("post", "/examples"),
                    sample("get", "/cfe"),
                    sample("post", "/cfe"));

    /** Those that ask no one. */
    private static final List<Call> OTHERS =
            List.of(
                    sample("get", "/blank"),
                    sample("post", "/blank"),
                    Call.get("/", ""),
                    Call.get("/test", ""),
                    Call.get("/test/429", ""),
                    Call.get("/openapi.json", ""),
                    Call.get("/docs", ""),
                    new Call("get /docs/{file}", "/docs/swagger-ui-bundle.js", "", ""),
                    Call.get("/actuator/info", ""),
                    Call.get("/v1/models", ""),
                    new Call("get /v1/models/{name}", "/v1/models/gpt-4.1-mini", "", ""),
                    Call.get("/actuator/health", ""),
                    Call.get("/actuator/health/liveness", ""),
                    Call.get("/actuator/health/readiness", ""),
                    Call.get("/actuator/metrics", ""),
                    new Call(
                            "get /actuator/metrics/{name}",
                            "/actuator/metrics/jvm.memory.used?tag=area:heap",
                            "",
                            ""),
                    Call.get("/actuator/prometheus", ""));

    private static final List<Call> POSTS =
            Stream.concat(ASKING.stream(), OTHERS.stream())
                    .filter(call -> call.operation().startsWith("post"))
                    .map(call -> call.of("offline.baseline"))
                    .toList();

    private static Call sample(String method, String route) {
        String path = "/test/assessment" + route;
        String withQuery = path + "?model=MODEL&api-key=sk-own";
        return method.equals("get")
                ? new Call("get " + path, withQuery, "", "")
                : new Call("post " + path, withQuery, FORM, "temperature=0.2");
    }

    private static String form() {
        return "model=MODEL&code=var+x%3B&prompt=Grade+it.&rubric="
                + URLEncoder.encode(RUBRIC.replace("\\n", "\n"), StandardCharsets.UTF_8);
    }

    @Test
    void areDescribedWhereAllGoesWell() {
        OPENAI.plays(call ->
                call.answer(200, JSON, call.head().startsWith("GET") ? MODELS : COMPLETION));
        Set<String> called = new TreeSet<>();
        for (Call call : Stream.concat(ASKING.stream(), OTHERS.stream()).toList()) {
            boolean isSample = call.operation().contains("/test/assessment");
            HttpResponse<String> answer =
                    described(call.of(isSample ? "offline.baseline" : "gpt-4.1-mini"));
            boolean refuses = call.operation().equals("get /test/429");
            assertThat(answer.statusCode()).as(call.toString()).isEqualTo(refuses ? 429 : 200);
            called.add(call.operation());
        }
        assertThat(called).isEqualTo(description().operations());
    }

    @Test
    void areDescribedOfAStream() {
        OPENAI.plays(call -> {
            call.stream("text/event-stream");
            call.chunk("data: {\"choices\": []}\n\ndata: [DONE]\n\n");
            call.lastChunk();
        });
        String body = CHAT.replace("{\"model", "{\"stream\": true, \"model");
        Call streamed = Call.post("/v1/chat/completions", JSON, body);
        assertThat(described(streamed.of("gpt-4.1-mini")).statusCode()).isEqualTo(200);
    }

    @Test
    void areDescribedOfAStreamedResponse() {
        OPENAI.plays(call -> {
            call.stream("text/event-stream");
            call.chunk("data: {\"type\": \"response.completed\", \"response\": {}}\n\n");
            call.lastChunk();
        });
        String body = RESPONSE.replace("{\"model", "{\"stream\": true, \"model");
        Call streamed = Call.post("/v1/responses", JSON, body);
        assertThat(described(streamed.of("gpt-4.1-mini")).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @FieldSource("ASKING")
    void areDescribedOfProvidersErrors(Call call) {
        for (int status :
                new int[] {400, 401, 402, 403, 404, 405, 408, 409, 413, 415, 418, 422, 429, 500}) {
            OPENAI.plays(asked ->
                    asked.answer(
                            status,
                            JSON,
                            "{\"error\": {\"message\": \"No.\", \"type\": \"x\", \"code\": null}}"));
            described(call.of("gpt-4.1-mini"));
        }
        OPENAI.plays(asked ->
                asked.answer(
                        400,
                        JSON,
                        "{\"error\": {\"message\": \"No.\", \"code\": \"context_length_exceeded\"}}"));
        described(call.of("gpt-4.1-mini"));
        for (String body : List.of("", "{}", "[]", "<html>")) {
            OPENAI.plays(asked -> asked.answer(200, JSON, body));
            described(call.of("gpt-4.1-mini"));
            OPENAI.plays(asked -> asked.answer(422, "text/html", body));
            described(call.of("gpt-4.1-mini"));
        }
        OPENAI.plays(asked -> asked.reset());
        assertThat(described(call.of("gpt-4.1-mini")).statusCode()).isEqualTo(503);
    }

    @Test
    void areDescribedWhereNoAnswerComes() throws InterruptedException, ExecutionException {
        OPENAI.plays(asked -> asked.awaitHangUp());
        together(
                ASKING,
                call ->
                        assertThat(described(call.of("gpt-4.1-mini")).statusCode())
                                .as(call.toString())
                                .isEqualTo(504));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nosuch", "", "bedrock.", "a,b,c,d,e,f"})
    void areDescribedOfModelsThatThereAreNot(String model) {
        OPENAI.plays(call -> call.answer(404, JSON, "{}"));
        for (Call call : ASKING) {
            described(call.of(model));
        }
        described(new Call("get /v1/models/{name}", "/v1/models/nosuch", "", ""));
        described(new Call("get /actuator/metrics/{name}", "/actuator/metrics/nosuch", "", ""));
        described(
                new Call(
                        "get /actuator/metrics/{name}",
                        "/actuator/metrics/jvm.memory.used?tag=x",
                        "",
                        ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {JSON, FORM, "text/xml", "multipart/form-data", "x"})
    void areDescribedOfBodiesThatAreNone(String contentType) {
        for (Call call : POSTS) {
            described(call.with(contentType, "{"));
        }
    }

    @Test
    void areDescribedOfBodiesThatAreTooLong() throws InterruptedException, ExecutionException {
        for (Call call : POSTS) {
            described(call.with(JSON, "x".repeat(8_400_000)));
        }
        for (String type : List.of(FORM, "multipart/form-data; boundary=x")) {
            together(POSTS, call -> describedOfAnUnfinished(call.with(type, "x"), 9_000_000));
        }
    }

    @Test
    void areDescribedOfBodiesThatTakeTooLong() throws InterruptedException, ExecutionException {
        together(POSTS, call -> describedOfAnUnfinished(call, 2 * call.body().length()));
    }

    @Test
    void areDescribedOfCallersWithoutAKey() {
        Set<String> refused = new TreeSet<>();
        for (Call call : Stream.concat(ASKING.stream(), OTHERS.stream()).toList()) {
            HttpResponse<String> answer = send(request(call.of("offline.baseline")).build());
            description().tellsOf(call.operation(), answer);
            if (answer.statusCode() == 401) {
                refused.add(call.operation());
            }
        }
        assertThat(refused).isEqualTo(description().operationsWith("401"));
    }

    /** Most of these wait, and need not wait for each other. */
    private static void together(List<Call> calls, Check check)
            throws InterruptedException, ExecutionException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> checks =
                    calls.stream()
                            .<Callable<Boolean>>map(call ->
                                    () -> {
                                        check.check(call);
                                        return true;
                                    })
                            .toList();
            for (Future<Boolean> done : executor.invokeAll(checks)) {
                assertThat(done.get()).isTrue();
            }
        }
    }

    private HttpResponse<String> described(Call call) {
        HttpResponse<String> answer =
                send(request(call).header("Authorization", "Bearer test-key").build());
        description().tellsOf(call.operation(), answer);
        return answer;
    }

    private HttpRequest.Builder request(Call call) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url() + call.path()))
                        .method(
                                call.operation().startsWith("get") ? "GET" : "POST",
                                BodyPublishers.ofString(call.body()));
        return call.contentType().isEmpty()
                ? request
                : request.header("Content-Type", call.contentType());
    }

    /** Sends less than it says, and is answered, or cut off. */
    private void describedOfAnUnfinished(Call call, int length) throws IOException {
        String head =
                """
                POST %s HTTP/1.1
                Host: localhost
                Authorization: test-key
                Content-Type: %s
                Content-Length: %d
                Connection: close

                """
                        .formatted(call.path(), call.contentType(), length)
                        .replace("\n", "\r\n");
        try (Socket socket = new Socket("localhost", port())) {
            socket.getOutputStream().write((head + call.body()).getBytes(StandardCharsets.UTF_8));
            for (RawAnswer answer : RawAnswer.readAll(socket.getInputStream().readAllBytes())) {
                description()
                        .tellsOf(
                                call.operation(),
                                answer.status(),
                                answer.contentType(),
                                answer.body());
            }
        }
    }

    private Description description() {
        return new Description(new JsonMapper().readTree(get("/openapi.json").body()));
    }
}
