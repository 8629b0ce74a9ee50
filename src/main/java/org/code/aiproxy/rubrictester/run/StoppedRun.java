package org.code.aiproxy.rubrictester.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.code.aiproxy.console.Tone;
import org.code.aiproxy.rubrictester.experiment.LessonResult;
import org.code.aiproxy.rubrictester.terminal.Note;

/**
 * What is said of a run that was stopped before its end, by Ctrl-C or a limit: what is done, what
 * is not, and how to go on.
 *
 * @param reports of the lessons that were begun
 * @param notBegun the lessons whose turn didn't come
 */
record StoppedRun(List<LessonReport> reports, List<Job> notBegun) {

    /**
     * Three lines.
     *
     * @param reason why it was stopped, a sentence
     */
    List<Note> notes(String reason) {
        Map<String, Integer> notDone = notDone();
        int missing = notDone.values().stream().mapToInt(Integer::intValue).sum();
        int all = programs();
        return List.of(
                new Note(
                        Tone.WARNING,
                        "%s Done: %d of %d programs.%s"
                                .formatted(reason, all - missing, all, reportPlace())),
                Note.plain("Not done: %s.".formatted(missing == 0 ? "nothing" : listed(notDone))),
                Note.plain("The same command with -c goes on from here."));
    }

    private String reportPlace() {
        String place = LessonReport.place(reports);
        return place.isEmpty() ? "" : " " + place;
    }

    private int programs() {
        return reports.stream().mapToInt(it -> it.result().results().size()).sum()
                + notBegun.stream().mapToInt(it -> it.dataset().programs().size()).sum();
    }

    /** By lesson. */
    private Map<String, Integer> notDone() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (LessonReport report : reports) {
            LessonResult result = report.result();
            if (!result.notRun().isEmpty()) {
                counts.put(result.experiment().id(), result.notRun().size());
            }
        }
        notBegun.forEach(it -> counts.put(it.experiment().id(), it.dataset().programs().size()));
        return counts;
    }

    private static String listed(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(it -> "%d of %s".formatted(it.getValue(), it.getKey()))
                .collect(Collectors.joining(", "));
    }
}
