package org.code.aiproxy.provider.openai;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.code.aiproxy.model.decision.Answer;
import org.code.aiproxy.model.decision.Question;
import tools.jackson.databind.JsonNode;

/** Reads the answers to questions: {@code {type, name, score, confidence, probabilities}}. */
final class DecisionAnswers {

    private DecisionAnswers() {}

    /**
     * One answer for each question. They come in the questions' order, each with its question's
     * name; one that doesn't fit its question is none.
     *
     * @param answers what the provider sent as {@code answers}
     */
    static List<Answer> of(List<Question> questions, JsonNode answers) {
        List<Answer> read = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            read.add(one(questions.get(i), answers.path(i)));
        }
        return read;
    }

    private static Answer one(Question question, JsonNode answer) {
        String type = answer.path("type").asString("");
        Optional<String> name = answer.path("name").asStringOpt();
        if (type.equals("refusal")) {
            return new Answer.None("the model refused to answer");
        }
        if (!type.equals("score") || name.filter(it -> !it.equals(question.name())).isPresent()) {
            return new Answer.None("the answer is for a different question");
        }
        return distribution(question.levels().size(), answer.path("probabilities"));
    }

    /** By {@code value}, the level's index, which says it whatever the order is. */
    private static Answer distribution(int levels, JsonNode probabilities) {
        List<Double> byLevel = new ArrayList<>();
        for (int level = 0; level < levels; level++) {
            int value = level;
            List<Double> found =
                    probabilities
                            .valueStream()
                            .filter(it -> it.path("value").asInt(-1) == value)
                            .map(it -> it.path("probability").asDouble(-1))
                            .toList();
            byLevel.add(found.size() == 1 ? found.getFirst() : -1.0);
        }
        try {
            return new Answer.Distribution(byLevel);
        } catch (IllegalArgumentException e) {
            return new Answer.None("the answer has no probability for each level");
        }
    }
}
