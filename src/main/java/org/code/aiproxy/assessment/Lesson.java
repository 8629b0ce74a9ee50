package org.code.aiproxy.assessment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.code.aiproxy.json.ForeignJson;
import org.code.aiproxy.model.ResponseFormat;
import org.code.aiproxy.prompt.Example;
import org.code.aiproxy.textfile.InvalidTextException;
import org.code.aiproxy.textfile.JsonText;
import org.code.aiproxy.textfile.TextFile;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A lesson's configuration, as its directory holds it: {@code params.json}, {@code
 * system_prompt.txt}, {@code standard_rubric.csv}, and optionally {@code examples/NAME.js} with
 * {@code examples/NAME.tsv} or {@code .json}.
 *
 * @param params the request's other fields
 * @param prompt the system prompt
 * @param rubric the rubric as CSV
 * @param examples programs with the responses wanted, by file name
 */
public record Lesson(RequestFields params, String prompt, String rubric, List<Example> examples) {

    private static final String SAMPLE = "classpath:samples/lesson/";
    private static final String PARAMS = "params.json";
    private static final JsonMapper MAPPER = ForeignJson.MAPPER;

    public Lesson {
        examples = List.copyOf(examples);
    }

    /**
     * Reads a lesson's directory.
     *
     * @throws InvalidLessonException when a file is missing or can't be read; the message names it
     */
    public static Lesson read(Path directory) {
        return read(directory.toUri().toString().replaceFirst("/?$", "/"));
    }

    /** The lesson that ships in the jar. */
    public static Lesson sample() {
        return read(SAMPLE);
    }

    /** A lesson that ships in the jar, some of whose key concepts need no model. */
    static Lesson staticSample() {
        return read("classpath:samples/cfe-lesson/");
    }

    /** A program for the lesson that ships in the jar. */
    public static String sampleProgram() {
        return text(SAMPLE, "program.js");
    }

    /** The fields that the school platform's backend would send for a program. */
    public RequestFields fields(String code) {
        RequestFields fields =
                params.with("prompt", prompt).with("rubric", rubric).with("code", code);
        if (examples.isEmpty()) {
            return fields;
        }
        List<List<String>> pairs =
                examples.stream().map(one -> List.of(one.program(), one.response())).toList();
        return fields.with("examples", MAPPER.writeValueAsString(pairs));
    }

    /** The same with other parameters. */
    public Lesson withParams(RequestFields others) {
        return new Lesson(others, prompt, rubric, examples);
    }

    /** The same without examples. */
    public Lesson withoutExamples() {
        return new Lesson(params, prompt, rubric, List.of());
    }

    private static Lesson read(String location) {
        RequestFields params = params(location);
        return new Lesson(
                params,
                text(location, "system_prompt.txt"),
                text(location, "standard_rubric.csv"),
                examples(location, params));
    }

    private static RequestFields params(String location) {
        try {
            JsonNode params = new JsonText(PARAMS, text(location, PARAMS)).read();
            if (params.isObject()) {
                return RequestFields.of(params);
            }
        } catch (InvalidTextException e) {
            throw new InvalidLessonException(String.valueOf(e.getMessage()));
        }
        throw new InvalidLessonException("params.json must be a JSON object of fields.");
    }

    private static List<Example> examples(String location, RequestFields params) {
        String ending = params.text("response-type").orElse(ResponseFormat.TSV.wireName());
        List<Example> examples = new ArrayList<>();
        for (String program : programs(location + "examples/*.js")) {
            String response = program.replaceFirst("js$", ending);
            examples.add(
                    new Example(
                            text(location, "examples/" + program),
                            text(location, "examples/" + response)));
        }
        return examples;
    }

    private static List<String> programs(String pattern) {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(pattern))
                    .flatMap(file -> Optional.ofNullable(file.getFilename()).stream())
                    .sorted(Comparator.naturalOrder())
                    .toList();
        } catch (IOException e) {
            // No directory, no examples.
            return List.of();
        }
    }

    private static String text(String location, String name) {
        Resource file = new PathMatchingResourcePatternResolver().getResource(location + name);
        try (InputStream bytes = file.getInputStream()) {
            return TextFile.of(name, bytes).text();
        } catch (InvalidTextException e) {
            throw new InvalidLessonException(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new InvalidLessonException(name + " is missing, or can't be read.");
        }
    }
}
