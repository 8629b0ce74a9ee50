package org.code.aiproxy.web.body;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.code.aiproxy.configuration.InvalidSettingException;
import org.code.aiproxy.grading.spec.InvalidFieldException;
import org.code.aiproxy.web.admission.RequestPlace;
import org.springframework.http.MediaType;
import org.springframework.util.unit.DataSize;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads bodies that Tomcat sets no limit for, up to the limit that it sets for forms. */
public final class RequestBody {

    /** What can be meant, and what an array can hold. */
    private static final DataSize LEAST = DataSize.ofKilobytes(1);

    private static final DataSize MOST = DataSize.ofGigabytes(1);

    private static final int MOST_FIELDS = 100;

    private final JsonMapper mapper;
    private final DataSize mostBytes;

    RequestBody(JsonMapper mapper, DataSize mostBytes) {
        if (mostBytes.compareTo(LEAST) < 0 || mostBytes.compareTo(MOST) > 0) {
            throw new InvalidSettingException(
                    "AIPROXY_MAX_BODY_SIZE", "from 1KB to 1GB", mostBytes);
        }
        this.mapper = mapper;
        this.mostBytes = mostBytes;
    }

    /**
     * The whole body.
     *
     * @throws MaxUploadSizeExceededException when it is over the limit; no more than that is read
     */
    public byte[] read(HttpServletRequest request) throws IOException {
        try (InputStream in = request.getInputStream()) {
            byte[] bytes = in.readNBytes(Math.toIntExact(mostBytes.toBytes()) + 1);
            if (bytes.length > mostBytes.toBytes()) {
                throw new MaxUploadSizeExceededException(mostBytes.toBytes());
            }
            RequestPlace.of(request).ifPresent(place -> place.bodyIs(bytes.length));
            return bytes;
        }
    }

    /**
     * The values of each field of the query, and of the body where it is a form.
     *
     * @throws InvalidFieldException when they can't be decoded, or are too many
     */
    public Map<String, List<String>> fields(HttpServletRequest request) throws IOException {
        Map<String, List<String>> fields =
                UrlEncodedForm.decode(
                        "query",
                        Optional.ofNullable(request.getQueryString())
                                .orElse("")
                                .getBytes(StandardCharsets.ISO_8859_1),
                        StandardCharsets.UTF_8);
        if (isForm(request)) {
            UrlEncodedForm.decode("body", read(request), charset(request))
                    .forEach((name, values) ->
                            fields.computeIfAbsent(name, _ -> new ArrayList<>()).addAll(values));
        }
        return fields;
    }

    private static boolean isForm(HttpServletRequest request) {
        return Optional.ofNullable(request.getContentType())
                .map(MediaType::parseMediaType)
                .filter(MediaType.APPLICATION_FORM_URLENCODED::isCompatibleWith)
                .isPresent();
    }

    private static Charset charset(HttpServletRequest request) {
        return Optional.ofNullable(request.getCharacterEncoding())
                .map(Charset::forName)
                .orElse(StandardCharsets.UTF_8);
    }

    /**
     * The body as JSON. An object's fields are counted while they are read.
     *
     * @throws InvalidFieldException when it is invalid, or an object with more than 100 fields
     */
    public JsonNode json(HttpServletRequest request) throws IOException {
        byte[] bytes = read(request);
        try (JsonParser parser = mapper.createParser(bytes)) {
            return parser.nextToken() == JsonToken.START_OBJECT
                    ? fields(parser)
                    : mapper.readTree(bytes);
        } catch (StreamConstraintsException e) {
            throw new InvalidFieldException(
                    "body",
                    "is JSON with too much nesting, too many parts, or a part that is too long.");
        } catch (JacksonException e) {
            throw new InvalidFieldException("body", "is not valid JSON.");
        }
    }

    private ObjectNode fields(JsonParser parser) {
        ObjectNode fields = mapper.createObjectNode();
        int count = 0;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            count++;
            if (count > MOST_FIELDS) {
                throw new InvalidFieldException(
                        "body", "must have at most %d fields.".formatted(MOST_FIELDS));
            }
            String name = parser.currentName();
            parser.nextToken();
            fields.set(name, parser.<JsonNode>readValueAsTree());
        }
        if (parser.nextToken() != null) {
            throw new InvalidFieldException("body", "is not valid JSON.");
        }
        return fields;
    }
}
