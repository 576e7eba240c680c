package io.astrochrome.manifests.source;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The Javadoc of source files, read by the compiler's own parser. Names are those of nested classes from the outermost on,
 * as in {@code IngestConfig.Watch.folder} for a method and {@code FrameIngested.target} for a record's component.
 */
public final class Javadoc {
    private final Map<String, String> texts;

    private Javadoc(Map<String, String> texts) {
        this.texts = Collections.unmodifiableMap(texts);
    }

    /** Reads the files; nothing is compiled. */
    public static Javadoc of(List<Path> files) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            Reader reader = new Reader(DocTrees.instance(task));
            for (CompilationUnitTree unit : task.parse()) {
                reader.scan(unit, null);
            }
            return new Javadoc(reader.texts);
        } catch (IOException e) {
            throw new UncheckedIOException("sources cannot be read", e);
        }
    }

    /**
     * What is written there, in one line of Markdown.
     *
     * @throws IllegalArgumentException where nothing is
     */
    public String of(String name) {
        String text = texts.get(name);
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException(name + " has no Javadoc, so it cannot be documented: write some");
        }
        return text;
    }

    /** As {@link #of(String)}, empty where nothing is written. */
    public String orNothing(String name) {
        return texts.getOrDefault(name, "");
    }

    /** Collects while it goes through a file. */
    private static final class Reader extends TreePathScanner<Void, Void> {
        private final Map<String, String> texts = new HashMap<>();
        private final Deque<String> names = new ArrayDeque<>();
        private final DocTrees trees;

        Reader(DocTrees trees) {
            this.trees = trees;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            names.addLast(type.getSimpleName().toString());
            DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
            if (comment != null) {
                texts.put(String.join(".", names), JavadocText.of(comment));
                JavadocText.parameters(comment)
                        .forEach((name, text) -> texts.put(String.join(".", names) + "." + name, text));
            }
            super.visitClass(type, null);
            names.removeLast();
            return null;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
            if (comment != null) {
                texts.putIfAbsent(String.join(".", names) + "." + method.getName(), JavadocText.of(comment));
            }
            return null;
        }
    }
}
