package org.code.aiproxy.cli;

import java.util.Arrays;
import java.util.List;
import org.code.aiproxy.player.FaultPlan.Share;
import org.code.aiproxy.player.PlayedFault;
import org.code.aiproxy.player.UnknownFaultException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads faults with the share of calls that get one of them; all calls where none is given. */
final class FaultConverter implements ITypeConverter<Share> {

    @Override
    public Share convert(String text) {
        int colon = text.indexOf(':');
        String names = colon < 0 ? text : text.substring(0, colon);
        try {
            List<PlayedFault> faults =
                    Arrays.stream(names.split(",", -1)).map(FaultConverter::fault).toList();
            return new Share(faults, colon < 0 ? 1 : Double.parseDouble(text.substring(colon + 1)));
        } catch (UnknownFaultException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(
                    "must be a fault's name and a share from 0 to 1, such as 429:0.2, not `%s`."
                            .formatted(text));
        }
    }

    private static PlayedFault fault(String name) {
        return PlayedFault.named(name).orElseThrow(() -> new UnknownFaultException(name));
    }
}
