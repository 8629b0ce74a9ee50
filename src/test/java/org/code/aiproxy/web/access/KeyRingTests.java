package org.code.aiproxy.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class KeyRingTests {

    private static final ApiKey BACKEND =
            new ApiKey("backend", Set.of(KeyHash.of("old"), KeyHash.of("new")));

    @Test
    void findsKeysWithNamesAndWithout() {
        KeyRing keys = new KeyRing(List.of("plain", "next"), () -> List.of(BACKEND));
        assertThat(keys.find("old")).contains(BACKEND);
        assertThat(keys.find("new")).contains(BACKEND);
        assertThat(keys.find("plain")).map(ApiKey::name).contains("default");
        assertThat(keys.find("next")).map(ApiKey::name).contains("default");
        assertThat(keys.find("")).isEmpty();
        assertThat(keys.find("OLD")).isEmpty();
        assertThat(keys.find(KeyHash.of("old"))).as("a hash opens nothing").isEmpty();
    }

    @Test
    void holdsAKeyThatIsThereTwiceToItsLimits() {
        KeyRing keys = new KeyRing(List.of("old"), () -> List.of(BACKEND));
        assertThat(keys.find("old")).contains(BACKEND);
    }

    @Test
    void goesByTheKeysOfNow() {
        AtomicReference<List<ApiKey>> now = new AtomicReference<>(List.of(BACKEND));
        KeyRing keys = new KeyRing(List.of(), now::get);
        now.set(List.of(new ApiKey("backend", Set.of(KeyHash.of("new")))));
        assertThat(keys.find("old")).isEmpty();
        assertThat(keys.find("new")).isPresent();
    }

    @Test
    void hashesAsShellsDo() {
        // printf %s abc | sha256sum
        assertThat(KeyHash.of("abc"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
