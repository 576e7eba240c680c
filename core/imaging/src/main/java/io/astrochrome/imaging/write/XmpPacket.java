package io.astrochrome.imaging.write;

import com.adobe.internal.xmp.XMPConst;
import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMeta;
import com.adobe.internal.xmp.XMPMetaFactory;
import com.adobe.internal.xmp.options.PropertyOptions;
import com.adobe.internal.xmp.options.SerializeOptions;

/** The XMP of a coloured picture: whether its colours are synthetic or measured, by what, from which frames. */
final class XmpPacket {
    private static final String IPTC_EXTENSION = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";
    private static final String AVM = "http://www.communicatingastronomy.org/avm/1.0/";

    /**
     * The IPTC term for a capture combined with what a trained model made: the lightness was captured, the colours are the
     * model's. {@code trainedAlgorithmicMedia} would deny the capture, {@code algorithmicallyEnhanced} the invention.
     */
    static final String SOURCE_TYPE_TERM = "compositeWithTrainedAlgorithmicMedia";

    /** The IPTC term for a picture of several captures, to which nothing was added. */
    static final String MEASURED_TERM = "compositeCapture";

    /** Before the terms. */
    static final String SOURCE_TYPES = "http://cv.iptc.org/newscodes/digitalsourcetype/";

    /** The version of Astronomy Visualization Metadata whose names are used. */
    private static final String AVM_VERSION = "1.2";

    private XmpPacket() {}

    /** A read-only packet in UTF-8; equal for equal provenance. */
    static byte[] of(Provenance provenance) {
        try {
            XMPMetaFactory.getSchemaRegistry().registerNamespace(IPTC_EXTENSION, "Iptc4xmpExt");
            XMPMetaFactory.getSchemaRegistry().registerNamespace(AVM, "avm");
            XMPMeta xmp = XMPMetaFactory.create();
            describe(xmp, provenance);
            SerializeOptions options = new SerializeOptions();
            options.setReadOnlyPacket(true).setUseCompactFormat(true);
            return XMPMetaFactory.serializeToBuffer(xmp, options);
        } catch (XMPException e) {
            throw new IllegalStateException("XMP of " + provenance.sourceFile() + " could not be made", e);
        }
    }

    static String sourceType(Provenance provenance) {
        return provenance.isSynthetic() ? SOURCE_TYPE_TERM : MEASURED_TERM;
    }

    private static void describe(XMPMeta xmp, Provenance provenance) throws XMPException {
        String sentence = ColourSentence.of(provenance);
        xmp.setLocalizedText(XMPConst.NS_DC, "description", "en", XMPConst.X_DEFAULT, sentence);
        xmp.setProperty(
                XMPConst.NS_DC, "source", provenance.sourceFile() + " (SHA-256 " + provenance.sourceSha256() + ")");
        xmp.setProperty(XMPConst.NS_XMP, "CreatorTool", ColourSentence.creator(provenance));
        xmp.setProperty(IPTC_EXTENSION, "DigitalSourceType", SOURCE_TYPES + sourceType(provenance));
        xmp.setProperty(AVM, "MetadataVersion", AVM_VERSION);
        xmp.setProperty(AVM, "Type", "Observation");
        xmp.setProperty(AVM, "Image.ProductQuality", "Moderate");
        if (provenance.isSynthetic()) {
            append(xmp, AVM, "Spectral.ColorAssignment", PropertyOptions.ARRAY_ORDERED, "Pseudocolor");
        }
        xmp.setLocalizedText(AVM, "Spectral.Notes", "en", XMPConst.X_DEFAULT, sentence);
        if (provenance.object() != null && !provenance.object().isBlank()) {
            xmp.setLocalizedText(XMPConst.NS_DC, "title", "en", XMPConst.X_DEFAULT, provenance.object());
            append(xmp, AVM, "Subject.Name", PropertyOptions.ARRAY, provenance.object());
        }
    }

    private static void append(XMPMeta xmp, String namespace, String name, int arrayForm, String value)
            throws XMPException {
        xmp.appendArrayItem(namespace, name, new PropertyOptions(arrayForm), value, null);
    }
}
