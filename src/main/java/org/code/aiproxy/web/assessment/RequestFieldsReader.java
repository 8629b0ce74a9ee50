package org.code.aiproxy.web.assessment;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.code.aiproxy.grading.spec.InvalidFieldException;
import org.code.aiproxy.grading.spec.RequestFields;
import org.code.aiproxy.web.body.RequestBody;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;
import tools.jackson.databind.JsonNode;

/**
 * Reads a request's fields from its query, and from a body that is a form, multipart or a JSON
 * object.
 */
@Component
final class RequestFieldsReader {

    private static final List<MediaType> SUPPORTED =
            List.of(
                    MediaType.APPLICATION_FORM_URLENCODED,
                    MediaType.MULTIPART_FORM_DATA,
                    MediaType.APPLICATION_JSON);

    private final RequestBody body;

    RequestFieldsReader(RequestBody body) {
        this.body = body;
    }

    /**
     * Reads them.
     *
     * @throws HttpMediaTypeNotSupportedException when the body is something else
     */
    RequestFields read(HttpServletRequest request)
            throws IOException, HttpMediaTypeNotSupportedException {
        Optional<MediaType> type =
                Optional.ofNullable(request.getContentType()).map(MediaType::parseMediaType);
        if (type.isPresent() && SUPPORTED.stream().noneMatch(type.get()::isCompatibleWith)) {
            throw new HttpMediaTypeNotSupportedException(type.get(), SUPPORTED);
        }
        RequestFields fields = parameters(request);
        return type.filter(MediaType.APPLICATION_JSON::isCompatibleWith).isPresent()
                ? fields.with(json(request))
                : fields;
    }

    private RequestFields parameters(HttpServletRequest request) throws IOException {
        MultipartHttpServletRequest multipart =
                WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        return RequestFields.ofTexts(multipart == null ? body.fields(request) : fields(multipart));
    }

    /** A part with a file name is a field like any other. */
    private static Map<String, List<String>> fields(MultipartHttpServletRequest request)
            throws IOException {
        Map<String, List<String>> values = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, texts) -> values.put(name, List.of(texts)));
        for (List<MultipartFile> files : request.getMultiFileMap().values()) {
            for (MultipartFile file : files) {
                values.merge(
                        file.getName(),
                        List.of(new String(file.getBytes(), StandardCharsets.UTF_8)),
                        RequestFieldsReader::both);
            }
        }
        return values;
    }

    private static List<String> both(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private RequestFields json(HttpServletRequest request) throws IOException {
        JsonNode fields = body.json(request);
        if (!fields.isObject()) {
            throw new InvalidFieldException("body", "must be a JSON object of fields.");
        }
        return RequestFields.of(fields);
    }
}
