package io.astrochrome.imaging.night;

import io.astrochrome.imaging.filter.FilterRole;
import io.astrochrome.imaging.stack.BandScratch;
import io.astrochrome.imaging.stack.RunningStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The stacks of a target: in memory while there is room, the others in files of a folder, so that memory does not grow with the number
 * of filters. Not thread-safe. Throws {@link UncheckedIOException} where the folder cannot be read or written.
 */
public final class StackShelf {
    private final @Nullable Path folder;
    private final BandScratch scratch = new BandScratch();
    private final Map<FilterRole, RunningStack> stacks = new EnumMap<>(FilterRole.class);
    private long room;

    private StackShelf(long room, @Nullable Path folder) {
        this.room = room;
        this.folder = folder;
    }

    /** A shelf without files. */
    public static StackShelf inMemory() {
        return new StackShelf(Long.MAX_VALUE, null);
    }

    /** A shelf of files alone, in a folder that nobody else writes into. */
    public static StackShelf inFiles(Path folder) {
        return new StackShelf(0, folder);
    }

    /**
     * A shelf of both.
     *
     * @param room bytes of memory for stacks
     * @param folder for those beyond, which nobody else writes into
     */
    public static StackShelf inMemoryUpTo(long room, Path folder) {
        return new StackShelf(room, folder);
    }

    /** The stack of a role, which has been begun or taken up. */
    RunningStack get(FilterRole role) {
        return Objects.requireNonNull(stacks.get(role), role.name());
    }

    /** Begins the stack of a role. */
    void begin(FilterRole role, int width, int height) {
        long bytes = RunningStack.bytes(width, height);
        boolean held = bytes <= room;
        room -= held ? bytes : 0;
        stacks.put(
                role, held ? new RunningStack(width, height) : RunningStack.inFile(file(role), width, height, scratch));
    }

    /**
     * Takes up the stack of a role, whose {@link #file} was put there before.
     *
     * @throws IOException where it is no stack of this version, or not whole
     */
    void takeUp(FilterRole role) throws IOException {
        stacks.put(role, RunningStack.open(file(role), scratch));
    }

    /** Where a role's stack is that is not in memory, or is expected by who restores it; each exposure writes into it. */
    public Path file(FilterRole role) {
        return Objects.requireNonNull(folder).resolve(role.name().toLowerCase(Locale.ROOT) + ".stack");
    }

    /** Keeps a role's stack as it is in a file of its own, which no exposure writes into. */
    void keep(FilterRole role, Path into) {
        get(role).keepAs(into);
    }

    /** Deletes the folder with all that is in it; the shelf must not be used any more. */
    public void discard() {
        stacks.clear();
        if (folder == null || !Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be deleted", e);
        }
    }
}
