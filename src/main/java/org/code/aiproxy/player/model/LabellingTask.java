package org.code.aiproxy.player.model;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import org.code.aiproxy.textfile.InvalidTextException;
import org.code.aiproxy.textfile.Sheet;

/**
 * What a prompt's instructions ask for.
 *
 * @param concepts the rubric's key concepts; none where there is no rubric
 * @param isForJson whether the labels are wanted as JSON, and not as a table
 */
record LabellingTask(List<String> concepts, boolean isForJson) {

    static final String KEY_CONCEPT = "Key Concept";

    /** What this project's prompts have between the instructions and the rubric. */
    private static final String RUBRIC_HEADING = "\n\nRubric:\n";

    /** A lesson's instructions come with each of its programs. */
    private static final Cache<String, LabellingTask> READ =
            Caffeine.newBuilder().maximumSize(100).build();

    static LabellingTask of(String instructions) {
        return READ.get(
                instructions,
                text -> new LabellingTask(concepts(text), text.matches("(?s).*\\bJSON\\b.*")));
    }

    private static List<String> concepts(String instructions) {
        int heading = instructions.lastIndexOf(RUBRIC_HEADING);
        if (heading < 0) {
            return List.of();
        }
        try {
            Sheet rubric =
                    Sheet.read(
                            instructions.substring(heading + RUBRIC_HEADING.length()), KEY_CONCEPT);
            int column = rubric.column(KEY_CONCEPT).orElse(0);
            return rubric.rows().stream()
                    .map(row -> row.cell(column))
                    .filter(name -> !name.isEmpty())
                    .toList();
        } catch (InvalidTextException e) {
            return List.of();
        }
    }
}
