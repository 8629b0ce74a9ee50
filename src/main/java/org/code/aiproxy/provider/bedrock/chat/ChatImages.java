package org.code.aiproxy.provider.bedrock.chat;

import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.bedrockruntime.model.ImageBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ImageFormat;
import software.amazon.awssdk.services.bedrockruntime.model.ImageSource;

/** Reads images out of {@code data:} URLs (RFC 2397). No other URL is ever fetched. */
final class ChatImages {

    private static final String BASE64 = ";base64";

    private ChatImages() {}

    /**
     * @param image a part's {@code image_url}
     */
    static ImageBlock read(RequestField image) {
        image.objectOf(Set.of("url", "detail"));
        RequestField detail = image.member("detail");
        if (detail.isGiven() && !detail.text().equals("auto")) {
            throw detail.refused("can only be \"auto\" for a model on Bedrock.");
        }
        return dataUrl(image.member("url"));
    }

    private static ImageBlock dataUrl(RequestField url) {
        String text = url.text();
        int comma = text.indexOf(',');
        if (!text.regionMatches(true, 0, "data:", 0, 5) || comma < 0) {
            throw url.refused(
                    "must be a data: URL with the image itself in base64: no other URL is"
                            + " fetched for a model on Bedrock.");
        }
        String type = text.substring(5, comma).toLowerCase(Locale.ROOT);
        ImageFormat format =
                format(type)
                        .orElseThrow(() ->
                                url.refused(
                                        "must begin with data:image/png;base64, or the like, with"
                                                + " png, jpeg, gif or webp."));
        return ImageBlock.builder()
                .format(format)
                .source(ImageSource.fromBytes(bytes(url, text.substring(comma + 1))))
                .build();
    }

    /** The type can carry parameters before the encoding. */
    private static Optional<ImageFormat> format(String type) {
        if (!type.endsWith(BASE64)) {
            return Optional.empty();
        }
        int end = type.indexOf(';');
        return switch (type.substring(0, end)) {
            case "image/png" -> Optional.of(ImageFormat.PNG);
            case "image/jpeg", "image/jpg" -> Optional.of(ImageFormat.JPEG);
            case "image/gif" -> Optional.of(ImageFormat.GIF);
            case "image/webp" -> Optional.of(ImageFormat.WEBP);
            default -> Optional.empty();
        };
    }

    private static SdkBytes bytes(RequestField url, String base64) {
        try {
            return SdkBytes.fromByteArrayUnsafe(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            throw url.refused("contains invalid base64.");
        }
    }
}
