import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A lesson as the body of a request for an assessment. */
final class LessonForm {

    private LessonForm() {}

    static String of(Path lesson) throws IOException {
        Map<String, String> files =
                Map.of(
                        "prompt", "system_prompt.txt",
                        "rubric", "standard_rubric.csv",
                        "code", "program.js");
        StringBuilder form = new StringBuilder("model=gpt-6-luna");
        for (Map.Entry<String, String> file : files.entrySet()) {
            String text = Files.readString(lesson.resolve(file.getValue()));
            form.append('&')
                    .append(file.getKey())
                    .append('=')
                    .append(URLEncoder.encode(text, StandardCharsets.UTF_8));
        }
        return form.toString();
    }
}
