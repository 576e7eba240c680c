package io.astrochrome.imaging.decode.xisf;

import io.astrochrome.imaging.decode.RejectionException;
import io.astrochrome.imaging.decode.RejectionReason;
import io.astrochrome.imaging.decode.SourceFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;

/**
 * What the XML header says of the picture that is the frame: the largest, the first of those where several are as large, and
 * none that is called a thumbnail or preview where there are others.
 *
 * @param image the attributes of its Image element
 * @param filters the attributes of its ColorFilterArray element; empty where it has none
 * @param data the attributes of its Data element; empty where it has none
 * @param text of the Image element itself, or of its Data element where it has one: pixels that lie in the header
 * @param others how the further pictures of the file are called
 * @param keywords its FITSKeyword elements: name, value, comment
 * @param properties values of properties, by their id: its own, and those of the file
 */
record XisfHeader(
        Map<String, String> image,
        Map<String, String> filters,
        Map<String, String> data,
        String text,
        List<String> others,
        List<Map<String, String>> keywords,
        Map<String, String> properties) {
    private static final int PREAMBLE_BYTES = 16;
    private static final int LARGEST_HEADER = 4 << 20;

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
            return parse(source, new ByteArrayInputStream(xml, 0, lengthOfText(xml)));
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

    private static XisfHeader parse(SourceFile source, InputStream xml) throws XMLStreamException, RejectionException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        XisfElements elements = new XisfElements(factory.createXMLStreamReader(xml, StandardCharsets.UTF_8.name()));
        List<XisfElements.Picture> pictures = elements.pictures();
        XisfElements.Picture frame = pictures.stream()
                .reduce((before, next) -> next.isRatherThan(before) ? next : before)
                .orElseThrow(() -> source.rejection(RejectionReason.UNSUPPORTED, "is XISF without a picture in it"));
        List<String> others = pictures.stream()
                .filter(picture -> picture != frame)
                .map(XisfElements.Picture::name)
                .toList();
        Map<String, String> properties = new HashMap<>(elements.properties());
        properties.putAll(frame.properties);
        return new XisfHeader(
                frame.image, frame.filters, frame.data, frame.pixels(), others, frame.keywords, properties);
    }
}
