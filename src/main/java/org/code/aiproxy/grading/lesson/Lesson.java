package org.code.aiproxy.grading.lesson;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.code.aiproxy.grading.assessment.RequestFields;
import org.code.aiproxy.grading.prompt.Example;
import org.code.aiproxy.json.ForeignJson;
import org.code.aiproxy.model.ResponseFormat;
import org.code.aiproxy.textfile.InvalidTextException;
import org.code.aiproxy.textfile.JsonText;
import org.code.aiproxy.textfile.TextFile;
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

    private static final LessonFiles SAMPLE =
            new LessonFiles.Shipped("/samples/lesson/", List.of("1.js"));
    private static final LessonFiles STATIC_SAMPLE =
            new LessonFiles.Shipped("/samples/cfe-lesson/", List.of());
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
        return read(new LessonFiles.Folder(directory));
    }

    /** The lesson that ships in the jar. */
    public static Lesson sample() {
        return read(SAMPLE);
    }

    /** A lesson that ships in the jar, some of whose key concepts need no model. */
    public static Lesson staticSample() {
        return read(STATIC_SAMPLE);
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

    private static Lesson read(LessonFiles files) {
        RequestFields params = params(files);
        return new Lesson(
                params,
                text(files, "system_prompt.txt"),
                text(files, "standard_rubric.csv"),
                examples(files, params));
    }

    private static RequestFields params(LessonFiles files) {
        try {
            JsonNode params = new JsonText(PARAMS, text(files, PARAMS)).read();
            if (params.isObject()) {
                return RequestFields.of(params);
            }
        } catch (InvalidTextException e) {
            throw new InvalidLessonException(String.valueOf(e.getMessage()));
        }
        throw new InvalidLessonException("params.json must be a JSON object of fields.");
    }

    private static List<Example> examples(LessonFiles files, RequestFields params) {
        String ending = params.text("response-type").orElse(ResponseFormat.TSV.wireName());
        List<Example> examples = new ArrayList<>();
        for (String program : files.examples()) {
            String response = program.replaceFirst("js$", ending);
            examples.add(
                    new Example(
                            text(files, "examples/" + program),
                            text(files, "examples/" + response)));
        }
        return examples;
    }

    private static String text(LessonFiles files, String name) {
        try (InputStream bytes = files.open(name)) {
            return TextFile.of(name, bytes).text();
        } catch (InvalidTextException e) {
            throw new InvalidLessonException(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new InvalidLessonException(name + " is missing, or can't be read.");
        }
    }
}
