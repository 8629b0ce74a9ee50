package org.code.aiproxy.injection;

import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.code.aiproxy.program.Program;

/**
 * Notices text in a program that is meant for the model that grades it: in comments, strings and
 * names, in several languages, also when digits stand for letters, letters stand apart, or the text
 * is encoded.
 *
 * <p>It flags, it does not protect: whoever knows the rules can word an instruction so that none
 * applies, and {@link Boundary} is there for that. The rules are about what an instruction needs,
 * as described for such attacks (<a href="https://arxiv.org/abs/2302.12173">Greshake et al.
 * 2023</a>, <a href="https://genai.owasp.org/llmrisk/llm01-prompt-injection/">OWASP LLM01</a>):
 * overriding the task, demanding a result, addressing the model, or imitating its input's format.
 *
 * <p>It takes time in proportion to the program's length: a millisecond for what students write,
 * some tens of milliseconds for 60 KB.
 */
public final class InjectionDetector {

    private InjectionDetector() {}

    /**
     * The lines with text that speaks to a grader, in order; the first line of a program is 1.
     *
     * @param program the program as it was posted, with its comments
     */
    public static List<Integer> suspiciousLines(Program program) {
        NavigableSet<Integer> suspicious = new TreeSet<>();
        List<String> lines = program.lines().stream().map(Letters::plain).toList();
        List<String> hidden = lines.stream().map(HiddenText::in).toList();
        for (int i = 0; i < lines.size(); i++) {
            if (FormatMarkers.isIn(lines.get(i)) || FormatMarkers.isIn(hidden.get(i)) || PlantedAnswers.isIn(lines.get(i))|| PlantedAnswers.isIn(hidden.get(i))) {
                suspicious.add(i + 1);
            }
        }
        for (Reading reading : Readings.of(String.join("\n", lines))) {
            Suspicion.findIn(reading, suspicious::add);
        }
        for (Reading reading : Readings.of(String.join("\n", hidden.stream().map(h -> h.isEmpty() ? "" : "//" + h.replace('\n', ' ')).toList()))) {
            Suspicion.findIn(reading, suspicious::add);
        }
        return List.copyOf(suspicious);
    }
}
