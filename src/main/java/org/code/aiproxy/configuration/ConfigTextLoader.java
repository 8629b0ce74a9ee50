package org.code.aiproxy.configuration;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.code.aiproxy.textfile.InvalidTextException;
import org.code.aiproxy.textfile.TextFile;
import org.springframework.boot.env.PropertiesPropertySourceLoader;
import org.springframework.boot.env.PropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;

/** Reads config.txt, which people make: in any encoding that is certain, values stripped. */
final class ConfigTextLoader implements PropertySourceLoader {

    private static final int LAST_LATIN = 0xFF;

    private final PropertiesPropertySourceLoader properties = new PropertiesPropertySourceLoader();

    @Override
    public String[] getFileExtensions() {
        return new String[] {"txt"};
    }

    @Override
    public List<PropertySource<?>> load(String name, Resource resource) throws IOException {
        String text = text(resource);
        Resource plain =
                new ByteArrayResource(
                        text.chars()
                                .mapToObj(ConfigTextLoader::escaped)
                                .collect(Collectors.joining())
                                .getBytes(StandardCharsets.ISO_8859_1),
                        resource.getDescription());
        return properties.load(name, plain).stream()
                .<PropertySource<?>>map(ConfigTextLoader::stripped)
                .toList();
    }

    private static String text(Resource resource) throws IOException {
        try (InputStream bytes = resource.getInputStream()) {
            return TextFile.of("config.txt", bytes).text();
        } catch (InvalidTextException e) {
            throw new InvalidSettingException("config.txt", "can't be read: " + e.getMessage());
        }
    }

    /** Java's properties are in Latin-1, and write other characters so. */
    private static String escaped(int character) {
        return character > LAST_LATIN
                ? "\\u%04x".formatted(character)
                : String.valueOf((char) character);
    }

    private static PropertySource<?> stripped(PropertySource<?> source) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (source instanceof EnumerablePropertySource<?> all) {
            for (String name : all.getPropertyNames()) {
                values.put(name, PeoplesValue.stripped(String.valueOf(all.getProperty(name))));
            }
        }
        return new ConfigText(source.getName(), values);
    }
}
