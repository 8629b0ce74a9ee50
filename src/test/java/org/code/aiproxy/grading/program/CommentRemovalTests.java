package org.code.aiproxy.grading.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommentRemovalTests {

    static Stream<Arguments> comments() {
        return Stream.of(
                Arguments.of("var a = 1; // one", "var a = 1; "),
                Arguments.of("// all", ""),
                Arguments.of("a /* x */ b", "a  b"),
                Arguments.of("a/* x */b", "a b"),
                Arguments.of("a / /**/ / b", "a /  / b"),
                Arguments.of("a//x\rb", "a\rb"),
                Arguments.of("a /* 1\r\n 2\n*/ b", "a \r\n\n b"),
                Arguments.of("a\r// 1\nb", "a\r \nb"),
                Arguments.of("a /* 1\r 2\n*/ b", "a \r \n b"),
                Arguments.of("a /* never closed\nb", "a \n"),
                Arguments.of("x = b / 2; // half", "x = b / 2; "),
                Arguments.of("x = f(1) / 2; // half", "x = f(1) / 2; "),
                Arguments.of("x = i++ / 2; // it's half", "x = i++ / 2; "),
                Arguments.of("var s = 'open\n// gone", "var s = 'open\n"),
                Arguments.of("`${ a /* gone */ }`", "`${ a  }`"),
                Arguments.of("if (a) /'/.test(b); // gone", "if (a) /'/.test(b); "),
                Arguments.of(
                        "function f() {} /'/.test(b); // gone", "function f() {} /'/.test(b); "));
    }

    @ParameterizedTest
    @MethodSource("comments")
    void takesComments(String code, String expected) {
        assertThat(new Program(code).withoutComments().code()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "var s = \"// not one\";",
                "var s = '/* not */ one';",
                "var s = 'it\\'s // not one';",
                "var s = 'a\\\r\n// not one';",
                "var s = `a // not ${ b + `// nor ${ {c: '//'} } this` } one`;",
                "var s = `${ { a: 1 } } // not one`;",
                "var r = /[/*]/;",
                "var r = /\\/\\/ not one/;",
                "return /a\\//.test(b)",
                "f(/'/, '// not one')",
                "if (a) /[//]x/.test(b)",
                "x = { a: 1 } / 2 / '//'"
            })
    void leavesWhatOnlyLooksLikeOne(String code) {
        assertThat(new Program(code).withoutComments().code()).isEqualTo(code);
    }

    @Test
    void keepsEveryLineOfRealProgramsOnItsLine() throws IOException {
        try (Stream<Path> programs =
                Files.list(Path.of("src/test/resources/oracle/code-features/programs"))) {
            for (Path file : programs.toList()) {
                Program program = new Program(Files.readString(file));
                assertThat(program.withoutComments().lines()).hasSameSizeAs(program.lines());
            }
        }
    }

    @Test
    void knowsAProgramOfCommentsForBlank() {
        assertThat(new Program("// TODO\n/* later */\n").withoutComments().isBlank()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/[", "/*", "//", "`${", "({[", "'\\", "}/", "a /", "+"})
    @Timeout(20)
    void takesLinearTimeWhateverTheProgram(String piece) {
        String code = piece.repeat(1_000_000 / piece.length());
        assertThat(new Program(code).withoutComments().code()).isNotNull();
    }
}
