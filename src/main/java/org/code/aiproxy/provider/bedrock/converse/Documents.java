package org.code.aiproxy.provider.bedrock.converse;

import java.util.List;
import java.util.Map;
import org.code.aiproxy.json.ForeignJson;
import software.amazon.awssdk.core.SdkNumber;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.core.document.DocumentVisitor;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The AWS SDK's own kind of JSON, and back. */
public final class Documents {

    /** Reads what becomes one of them: a schema's or an argument's 1e400 isn't a double. */
    public static final JsonMapper EXACT =
            ForeignJson.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Documents() {}

    public static Document of(JsonNode json) {
        return switch (json.getNodeType()) {
            case OBJECT -> {
                Document.MapBuilder map = Document.mapBuilder();
                json.forEachEntry((name, value) -> map.putDocument(name, of(value)));
                yield map.build();
            }
            case ARRAY -> {
                Document.ListBuilder list = Document.listBuilder();
                json.forEach(item -> list.addDocument(of(item)));
                yield list.build();
            }
            case BOOLEAN -> Document.fromBoolean(json.booleanValue());
            case NUMBER -> Document.fromNumber(json.decimalValue());
            case NULL, MISSING -> Document.fromNull();
            case STRING, BINARY, POJO -> Document.fromString(json.asString());
        };
    }

    /** {@link Document#unwrap()} would make strings of numbers. */
    public static String json(Document document) {
        return node(document).toString();
    }

    private static JsonNode node(Document document) {
        return document.accept(new ToJson());
    }

    private static final class ToJson implements DocumentVisitor<JsonNode> {

        @Override
        public JsonNode visitNull() {
            return NODES.nullNode();
        }

        @Override
        public JsonNode visitBoolean(Boolean flag) {
            return NODES.booleanNode(flag);
        }

        @Override
        public JsonNode visitString(String text) {
            return NODES.stringNode(text);
        }

        @Override
        public JsonNode visitNumber(SdkNumber number) {
            return NODES.numberNode(number.bigDecimalValue());
        }

        @Override
        public JsonNode visitMap(Map<String, Document> map) {
            ObjectNode object = NODES.objectNode();
            map.forEach((name, value) -> object.set(name, node(value)));
            return object;
        }

        @Override
        public JsonNode visitList(List<Document> list) {
            ArrayNode array = NODES.arrayNode();
            list.forEach(item -> array.add(node(item)));
            return array;
        }
    }
}
