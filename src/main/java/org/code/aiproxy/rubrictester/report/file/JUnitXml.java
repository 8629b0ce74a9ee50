package org.code.aiproxy.rubrictester.report.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.code.aiproxy.rubrictester.evaluation.Thresholds.Check;
import org.code.aiproxy.textfile.Visible;

/** Thresholds as test cases, in the form that CI systems show. */
public final class JUnitXml {

    private JUnitXml() {}

    /** Writes a file with a case for each threshold. */
    public static void write(List<Check> checks, Path file) {
        Output.write(
                file,
                writer -> {
                    try {
                        write(
                                checks,
                                XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(writer));
                    } catch (XMLStreamException e) {
                        throw new IOException(e);
                    }
                });
    }

    private static void write(List<Check> checks, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartDocument();
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", "accuracy thresholds");
        xml.writeAttribute("tests", String.valueOf(checks.size()));
        xml.writeAttribute(
                "failures", String.valueOf(checks.stream().filter(it -> !it.isMet()).count()));
        for (Check check : checks) {
            xml.writeStartElement("testcase");
            xml.writeAttribute("classname", check.lesson());
            xml.writeAttribute("name", Visible.line(check.name() + ", " + check.measure()));
            if (!check.isMet()) {
                xml.writeEmptyElement("failure");
                xml.writeAttribute("message", message(check));
            }
            xml.writeEndElement();
        }
        xml.writeEndDocument();
        xml.close();
    }

    private static String message(Check check) {
        return "%d of %d agree with people, %.1f %% are required."
                .formatted(
                        check.reached().successes(), check.reached().n(), 100 * check.required());
    }
}
