package org.code.aiproxy.provider.bedrock.chat;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reads {@code metadata}, by which calls can be told apart in Bedrock's log of invocations. */
final class ChatMetadata {

    private ChatMetadata() {}

    static Map<String, String> read(RequestField metadata) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (metadata.isGiven()) {
            metadata.object()
                    .value()
                    .propertyNames()
                    .forEach(name -> texts.put(name, metadata.member(name).text()));
        }
        return texts;
    }
}
