package org.code.aiproxy.grading.injection;

import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.code.aiproxy.grading.program.Program;

/**
 * Notices text in a program that is meant for the model that grades it: in comments, strings and
 * names, in several languages, also when digits stand for letters, letters stand apart, or the text
 * is encoded.
 *
 * <p>It flags, it does not protect: whoever knows the words can say it in others, and {@link
 * Boundary} is there for that. What it looks for is what an instruction needs, as described for
 * such attacks (<a href="https://arxiv.org/abs/2302.12173">Greshake et al. 2023</a>, <a
 * href="https://genai.owasp.org/llmrisk/llm01-prompt-injection/">OWASP LLM01</a>): overriding the
 * task, demanding a result, addressing the model, or imitating its input or its answer. Words are
 * read as {@link Concept}s, and {@link Clue}s are added up.
 *
 * <p>It takes time in proportion to the program's length.
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
        addMarkers(lines, suspicious);
        addInstructions(lines, suspicious);
        if (hidden.stream().anyMatch(text -> !text.isEmpty())) {
            addMarkers(hidden, suspicious);
            addInstructions(hidden.stream().map(InjectionDetector::comment).toList(), suspicious);
        }
        return List.copyOf(suspicious);
    }

    private static void addMarkers(List<String> lines, Set<Integer> suspicious) {
        for (int i = 0; i < lines.size(); i++) {
            if (FormatMarkers.isIn(lines.get(i)) || PlantedAnswers.isIn(lines.get(i))) {
                suspicious.add(i + 1);
            }
        }
    }

    private static void addInstructions(List<String> lines, Set<Integer> suspicious) {
        for (ProgramReading reading : Readings.of(String.join("\n", lines))) {
            Suspicion.findIn(reading, suspicious::add);
        }
    }

    /** What was hidden, as a line of its own, in which no quote means anything. */
    private static String comment(String hidden) {
        return "//" + hidden.replace('\n', ' ');
    }
}
