package io.astrochrome.manifests.source;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.TextTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Javadoc as one line of Markdown: code stays code, links become what they name. */
final class JavadocText {
    private static final Map<String, String> ENTITIES = Map.of("#42", "*", "amp", "&", "lt", "<", "gt", ">");

    private JavadocText() {}

    static String of(DocCommentTree comment) {
        return text(comment.getFullBody());
    }

    /** By the parameter's name. */
    static Map<String, String> parameters(DocCommentTree comment) {
        Map<String, String> parameters = new HashMap<>();
        for (DocTree tag : comment.getBlockTags()) {
            if (tag instanceof ParamTree parameter) {
                parameters.put(parameter.getName().toString(), text(parameter.getDescription()));
            }
        }
        return parameters;
    }

    private static String text(List<? extends DocTree> parts) {
        return parts.stream()
                .map(JavadocText::part)
                .collect(Collectors.joining())
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String part(DocTree part) {
        if (part instanceof TextTree text) {
            return text.getBody();
        }
        if (part instanceof LiteralTree literal) {
            return "`" + literal.getBody().getBody() + "`";
        }
        if (part instanceof LinkTree link) {
            String label = text(link.getLabel());
            String signature = link.getReference().getSignature();
            return label.isEmpty() ? "`" + signature.substring(signature.indexOf('#') + 1) + "`" : label;
        }
        if (part instanceof EntityTree entity) {
            return ENTITIES.getOrDefault(entity.getName().toString(), "");
        }
        return "";
    }
}
