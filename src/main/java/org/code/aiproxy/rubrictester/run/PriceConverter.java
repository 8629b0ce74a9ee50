package org.code.aiproxy.rubrictester.run;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.code.aiproxy.model.catalogue.Prices;
import org.code.aiproxy.model.catalogue.Rates;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads prices as a person types them: input, cached input and output. */
final class PriceConverter implements ITypeConverter<Prices> {

    private static final String FIGURE = "(\\d{1,6}(?:\\.\\d{1,12})?)";

    private static final Pattern PRICES =
            Pattern.compile("%1$s\\s*,\\s*%1$s\\s*,\\s*%1$s".formatted(FIGURE));

    @Override
    public Prices convert(String text) {
        Matcher figures = PRICES.matcher(text.strip());
        if (!figures.matches()) {
            throw new TypeConversionException(
                    "'%s' is not three prices in USD per million tokens, such as 1.25,0.125,10"
                            .formatted(text));
        }
        return Prices.flat(
                new Rates(
                        new BigDecimal(figures.group(1)),
                        Optional.of(new BigDecimal(figures.group(2))),
                        Optional.empty(),
                        new BigDecimal(figures.group(3))));
    }
}
