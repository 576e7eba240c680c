package io.astrochrome.imaging.decode.xisf;

import io.astrochrome.imaging.decode.RejectionException;
import io.astrochrome.imaging.decode.RejectionReason;
import io.astrochrome.imaging.decode.SourceFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What the XML header says of the file's first picture.
 *
 * @param image the attributes of its Image element
 * @param filters the attributes of its ColorFilterArray element; empty where it has none
 * @param data the attributes of its Data element; empty where it has none
 * @param text of the Image element itself, or of its Data element: pixels that lie in the header
 * @param others how the further pictures of the file are called
 * @param keywords its FITSKeyword elements: name, value, comment
 * @param properties values of properties, by their id
 */
record XisfHeader(
        Map<String, String> image,
        Map<String, String> filters,
        Map<String, String> data,
        StringBuilder text,
        List<String> others,
        List<Map<String, String>> keywords,
        Map<String, String> properties) {
    private static final int PREAMBLE_BYTES = 16;
    private static final int LARGEST_HEADER = 16 << 20;
    private static final int LONGEST_PROPERTY = 1 << 20;

    static XisfHeader read(SourceFile source) throws RejectionException, IOException {
        byte[] xml;
        try (RandomAccessFile file = new RandomAccessFile(source.path().toFile(), "r")) {
            source.requireBytes(0, PREAMBLE_BYTES, "an XISF header");
            file.seek(8);
            long length = Integer.reverseBytes(file.readInt()) & 0xffffffffL;
            if (length > LARGEST_HEADER) {
                throw source.rejection(RejectionReason.LYING_HEADER, "claims an XML header of " + length + " bytes");
            }
            source.requireBytes(PREAMBLE_BYTES, length, "XML header");
            xml = new byte[(int) length];
            file.seek(PREAMBLE_BYTES);
            file.readFully(xml);
        }
        try {
            return parse(source, new String(xml, 0, lengthOfText(xml), StandardCharsets.UTF_8));
        } catch (XMLStreamException e) {
            throw source.rejection(RejectionReason.DAMAGED, "has an XML header that cannot be read", e);
        }
    }

    /** Less the NUL bytes by which some programs fill the header up. */
    private static int lengthOfText(byte[] xml) {
        int length = xml.length;
        while (length > 0 && xml[length - 1] == 0) {
            length--;
        }
        return length;
    }

    private static XisfHeader parse(SourceFile source, String xml) throws XMLStreamException, RejectionException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
        XisfHeader header = null;
        Map<String, String> properties = new HashMap<>();
        boolean inImage = false;
        boolean inData = false;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                Map<String, String> attributes = attributes(reader);
                switch (reader.getLocalName()) {
                    case "Image" -> {
                        if (header == null) {
                            header = new XisfHeader(
                                    attributes,
                                    new HashMap<>(),
                                    new HashMap<>(),
                                    new StringBuilder(),
                                    new ArrayList<>(),
                                    new ArrayList<>(),
                                    properties);
                            inImage = true;
                        } else {
                            header.others.add(attributes.getOrDefault("id", "without a name"));
                        }
                    }
                    case "ColorFilterArray" -> {
                        if (inImage) {
                            header.filters.putAll(attributes);
                        }
                    }
                    case "Data" -> {
                        if (inImage && header.data.isEmpty()) {
                            header.data.putAll(attributes);
                            inData = true;
                        }
                    }
                    case "FITSKeyword" -> {
                        if (inImage) {
                            header.keywords.add(attributes);
                        }
                    }
                    case "Property" ->
                        properties.putIfAbsent(
                                attributes.getOrDefault("id", ""), attributes.getOrDefault("value", text(reader)));
                    default -> {}
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                inImage &= !reader.getLocalName().equals("Image");
                inData &= !reader.getLocalName().equals("Data");
            } else if (inImage && (inData || header.data.isEmpty()) && reader.isCharacters()) {
                header.text.append(reader.getText());
            }
        }
        if (header == null) {
            throw source.rejection(RejectionReason.UNSUPPORTED, "is XISF without a picture in it");
        }
        return header;
    }

    /** The element's text up to its first child or end; long ones are data, not text. */
    private static String text(XMLStreamReader reader) throws XMLStreamException {
        if (reader.hasNext() && reader.next() == XMLStreamConstants.CHARACTERS) {
            String text = reader.getText();
            return text.length() > LONGEST_PROPERTY ? "" : text.trim();
        }
        return "";
    }

    private static Map<String, String> attributes(XMLStreamReader reader) {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return attributes;
    }
}
