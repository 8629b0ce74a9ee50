package org.code.aiproxy.web.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.code.aiproxy.grading.spec.InvalidFieldException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlEncodedFormTests {

    @Test
    void decodesEachField() {
        assertThat(decode("code=var+a+%3D+%22%C3%A9%22%3B&lesson=a%26b%3Dc"))
                .isEqualTo(
                        Map.of("code", List.of("var a = \"\u00e9\";"), "lesson", List.of("a&b=c")));
    }

    @Test
    void keepsTheOrderOfAFieldsValues() {
        assertThat(decode("a=1&b=2&a=3")).containsEntry("a", List.of("1", "3"));
    }

    @Test
    void takesAnEqualsSignInAValueAsItIs() {
        assertThat(decode("code=a=b==c")).containsEntry("code", List.of("a=b==c"));
    }

    @Test
    void takesAFieldWithoutAValueForABlankOne() {
        assertThat(decode("code&lesson="))
                .isEqualTo(Map.of("code", List.of(""), "lesson", List.of("")));
    }

    @Test
    void skipsWhatIsEmpty() {
        assertThat(decode("")).isEmpty();
        assertThat(decode("&&a=1&")).isEqualTo(Map.of("a", List.of("1")));
    }

    @Test
    void decodesAnotherCharset() {
        assertThat(UrlEncodedForm.decode("body", bytes("a=%E9"), StandardCharsets.ISO_8859_1))
                .containsEntry("a", List.of("\u00e9"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a=%      | has a % that isn't followed by two hexadecimal digits.",
                "a=%4     | has a % that isn't followed by two hexadecimal digits.",
                "a=%4&41  | has a % that isn't followed by two hexadecimal digits.",
                "a=%zz    | has a % that isn't followed by two hexadecimal digits.",
                "a=%c3%28 | isn't valid UTF-8.",
                "a=%ff    | isn't valid UTF-8.",
                "=1       | has a value without a name.",
            })
    void saysWhatCantBeDecoded(String form, String problem) {
        assertThatThrownBy(() -> decode(form))
                .isInstanceOfSatisfying(
                        InvalidFieldException.class,
                        fault -> assertThat(fault.field()).isEqualTo("body"))
                .hasMessage(problem);
    }

    @Test
    void takesNoMoreThan200Values() {
        assertThat(decode("a=1&".repeat(200)).get("a")).hasSize(200);
        assertThatThrownBy(() -> decode("a=1&".repeat(201)))
                .hasMessage("must have at most 200 values.");
    }

    private static Map<String, List<String>> decode(String form) {
        return UrlEncodedForm.decode("body", bytes(form), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String form) {
        return form.getBytes(StandardCharsets.ISO_8859_1);
    }
}
