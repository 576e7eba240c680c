package io.astrochrome.imaging.decode.xisf;

import io.astrochrome.imaging.decode.PictureNames;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The elements of an XISF header that tell of pictures. What stands in an element below a picture, such as the Data or the
 * text of its Thumbnail, of a Property or of its profile, is that element's and not the picture's.
 */
final class XisfElements {
    private static final String IMAGE = "Image";
    private static final String DATA = "Data";
    private static final String PROPERTY = "Property";

    /** What anybody here asks a property for; all others are passed over. */
    private static final Set<String> PROPERTIES = Set.of(KeywordCards.OBJECT, KeywordCards.BEGIN, KeywordCards.HISTORY);

    /** Longer ones are data, not text. */
    private static final int LONGEST_PROPERTY = 1 << 20;
    /** A card has 80 characters. */
    private static final int LONGEST_KEYWORD_PART = 200;

    private static final Set<String> KEYWORD_PARTS = Set.of("name", "value", "comment");
    private static final int MOST_PICTURES = 256;
    private static final int MOST_ATTRIBUTES = 64;
    private static final int DEEPEST = 64;

    private final List<Picture> pictures = new ArrayList<>();
    private final Map<String, String> properties = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    /** The picture in whose element the reader is; null outside. */
    private @Nullable Picture current;
    /** The property without a value attribute in whose element the reader is; null outside. */
    private @Nullable String property;

    XisfElements(XMLStreamReader reader) throws XMLStreamException {
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                begin(reader.getLocalName(), attributes(reader));
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                end();
            } else if (reader.isCharacters()) {
                text(reader.getText());
            }
        }
    }

    /** In the file's order. */
    List<Picture> pictures() {
        return pictures;
    }

    /** Of the file, not of one of its pictures. */
    Map<String, String> properties() {
        return properties;
    }

    private void begin(String element, Map<String, String> attributes) throws XMLStreamException {
        if (open.size() >= DEEPEST) {
            throw new XMLStreamException("its elements are nested too deeply");
        }
        String parent = open.isEmpty() ? "" : open.peek();
        open.push(element);
        if (element.equals(IMAGE) && current == null) {
            current = new Picture(attributes);
            pictures.add(current);
            if (pictures.size() > MOST_PICTURES) {
                throw new XMLStreamException("it has more than " + MOST_PICTURES + " pictures");
            }
        } else if (element.equals(PROPERTY)) {
            property = attributes.getOrDefault("id", "");
            String value = attributes.get("value");
            if (value != null) {
                keep(value);
                property = null;
            }
        } else if (current != null && parent.equals(IMAGE)) {
            switch (element) {
                case "ColorFilterArray" -> current.filters.putAll(attributes);
                case "FITSKeyword" -> current.addKeyword(attributes);
                case DATA -> {
                    current.dataElements++;
                    if (current.dataElements == 1) {
                        current.data.putAll(attributes);
                    }
                }
                default -> {}
            }
        }
    }

    private void end() {
        String element = open.pop();
        if (element.equals(PROPERTY)) {
            property = null;
        } else if (element.equals(IMAGE) && !open.contains(IMAGE)) {
            current = null;
        }
    }

    private void text(String text) {
        String element = open.isEmpty() ? "" : open.peek();
        if (element.equals(PROPERTY) && property != null) {
            keep(text);
        } else if (current != null && element.equals(IMAGE)) {
            current.text.append(text);
        } else if (current != null && element.equals(DATA) && isOfPicture() && current.dataElements == 1) {
            current.dataText.append(text);
        }
    }

    /** Whether the element that is open lies directly in the picture's. */
    private boolean isOfPicture() {
        return open.stream().skip(1).findFirst().orElse("").equals(IMAGE);
    }

    private void keep(String value) {
        if (PROPERTIES.contains(property) && value.length() <= LONGEST_PROPERTY) {
            (current == null ? properties : current.properties).putIfAbsent(property, value.trim());
        }
    }

    private static Map<String, String> attributes(XMLStreamReader reader) throws XMLStreamException {
        if (reader.getAttributeCount() > MOST_ATTRIBUTES) {
            throw new XMLStreamException("an element has more than " + MOST_ATTRIBUTES + " attributes");
        }
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return attributes;
    }

    /** An Image element with what stands directly in it. */
    static final class Picture {
        final Map<String, String> image;
        final Map<String, String> filters = new HashMap<>();
        final Map<String, String> data = new HashMap<>();
        final List<Map<String, String>> keywords = new ArrayList<>();
        final Map<String, String> properties = new HashMap<>();
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder dataText = new StringBuilder();
        private int dataElements;

        private Picture(Map<String, String> image) {
            this.image = image;
        }

        /** As much of it as a card has room for, and no more of them than become cards. */
        private void addKeyword(Map<String, String> attributes) {
            if (keywords.size() < KeywordCards.MOST_CARDS) {
                Map<String, String> parts = new HashMap<>();
                KEYWORD_PARTS.forEach(part -> {
                    String text = attributes.getOrDefault(part, "").trim();
                    if (!text.isEmpty()) {
                        parts.put(part, text.substring(0, Math.min(text.length(), LONGEST_KEYWORD_PART)));
                    }
                });
                keywords.add(Map.copyOf(parts));
            }
        }

        String name() {
            return image.getOrDefault("id", "without a name");
        }

        /** Text of its Data element, else its own. */
        String pixels() {
            return (dataElements == 0 ? text : dataText).toString();
        }

        /** Whether it is the frame and {@code before}, which comes before it, is not. */
        boolean isRatherThan(Picture before) {
            boolean preview = PictureNames.isOfPreview(name());
            boolean previewBefore = PictureNames.isOfPreview(before.name());
            return preview == previewBefore ? pixelCount() > before.pixelCount() : previewBefore;
        }

        /** Width times height; 0 where its geometry is not of two dimensions. */
        private double pixelCount() {
            String[] geometry = image.getOrDefault("geometry", "").split(":", -1);
            try {
                return geometry.length == 3 ? Double.parseDouble(geometry[0]) * Double.parseDouble(geometry[1]) : 0;
            } catch (NumberFormatException e) {
                return 0;
            }
        }
    }
}
