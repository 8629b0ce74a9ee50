package org.code.aiproxy.assessment;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.code.aiproxy.model.Message;
import org.code.aiproxy.model.Usage;

/**
 * The answer to a request.
 *
 * @param data one entry for each key concept, in the rubric's order
 * @param metadata how it came about
 */
@JsonPropertyOrder({"metadata", "data"})
public record Assessment(Metadata metadata, List<AssessedConcept> data) {

    public Assessment {
        data = List.copyOf(data);
    }

    /**
     * How an assessment came about.
     *
     * @param agent who labelled: {@code openai}, a vendor on Bedrock, a server's name, {@code
     *     offline}, or {@code static} where no model was needed
     * @param time seconds from the request to the answer
     * @param studentId a fixed word: this service is not told who the student is
     * @param usage the tokens that were paid for
     * @param request what the model was asked, without any key
     */
    @JsonPropertyOrder({"agent", "time", "student_id", "usage", "request"})
    public record Metadata(
            String agent,
            double time,
            @JsonProperty("student_id") String studentId,
            Usage usage,
            Echo request) {}

    /**
     * What the model was asked.
     *
     * @param model the model's name, with the provider's prefix
     * @param temperature how freely it sampled
     * @param n how many responses were wanted
     * @param messages the conversation; empty where no model was asked
     */
    @JsonPropertyOrder({"model", "temperature", "n", "messages"})
    public record Echo(String model, double temperature, int n, List<Message> messages) {}
}
