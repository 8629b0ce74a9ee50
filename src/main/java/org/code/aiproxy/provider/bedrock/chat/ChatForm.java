package org.code.aiproxy.provider.bedrock.chat;

import java.util.Optional;
import java.util.Set;
import org.code.aiproxy.provider.bedrock.converse.ConverseSchema;

/** Reads {@code response_format}. */
final class ChatForm {

    private ChatForm() {}

    /** The form that the answer must have; none for text. */
    static Optional<ConverseSchema> read(RequestField format) {
        if (!format.isGiven()) {
            return Optional.empty();
        }
        RequestField type = format.objectOf(Set.of("type", "json_schema")).member("type");
        return switch (type.text()) {
            case "text" -> Optional.empty();
            case "json_schema" -> Optional.of(schema(format.member("json_schema")));
            case "json_object" ->
                    throw type.refused(
                            "can't be \"json_object\" for a model on Bedrock: send \"json_schema\""
                                    + " with a schema.");
            default -> throw type.refused("must be \"text\" or \"json_schema\".");
        };
    }

    private static ConverseSchema schema(RequestField form) {
        form.objectOf(Set.of("name", "description", "schema", "strict"));
        if (form.member("strict").isGiven()) {
            // The model is constrained to the schema either way, as far as it can be.
            form.member("strict").flag();
        }
        RequestField description = form.member("description");
        return new ConverseSchema(
                form.member("name").text(),
                Optional.of(description)
                        .filter(RequestField::isGiven)
                        .map(RequestField::text)
                        .filter(text -> !text.isBlank()),
                form.member("schema").object().value());
    }
}
