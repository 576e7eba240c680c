package io.astrochrome.imaging.night;

import io.astrochrome.imaging.filter.Role;
import io.astrochrome.imaging.stack.RunningStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The stacks of a target: those used last in memory, the others in files of a folder, so that memory does not grow with the
 * number of filters. Not thread-safe. Throws {@link UncheckedIOException} where the folder cannot be read or written.
 */
public final class StackShelf {
    private final Path folder;
    private long bytes;
    private final Map<Role, RunningStack> held = new LinkedHashMap<>(8, 0.75f, /* accessOrder= */ true);

    /** Those whose file is not what is in memory. */
    private final Set<Role> changed = EnumSet.noneOf(Role.class);

    /**
     * An empty shelf.
     *
     * @param folder that nobody else writes into; null where all are in memory
     * @param bytes of memory for stacks; one is always held
     */
    public StackShelf(Path folder, long bytes) {
        this.folder = folder;
        this.bytes = bytes;
    }

    /** A shelf without files. */
    public static StackShelf inMemory() {
        return new StackShelf(null, Long.MAX_VALUE);
    }

    /** From now on so many bytes of memory are for stacks. */
    void hold(long most) {
        bytes = most;
        makeRoom(0);
    }

    /** The stack of a role, which may be changed. */
    RunningStack get(Role role) {
        RunningStack stack = held.get(role);
        if (stack == null) {
            makeRoom(held.values().stream().mapToLong(RunningStack::bytes).max().orElse(0));
            stack = read(role);
            held.put(role, stack);
        }
        changed.add(role);
        return stack;
    }

    /** Begins the stack of a role; room is made first, so that there is memory for it. */
    void begin(Role role, int width, int height) {
        makeRoom(RunningStack.bytes(width, height));
        held.put(role, new RunningStack(width, height));
        changed.add(role);
    }

    /** The file of a role's stack as it is now; it is replaced, never written into, so that a link to it keeps this state. */
    public Path file(Role role) {
        if (changed.contains(role)) {
            write(role, held.get(role));
        }
        return path(role);
    }

    /** Where a role's stack is expected, for who restores it. */
    public Path path(Role role) {
        return folder.resolve(role.name().toLowerCase(Locale.ROOT) + ".stack");
    }

    /** Deletes the folder with all that is in it. */
    void discard() {
        held.clear();
        changed.clear();
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

    private void makeRoom(long wanted) {
        long taken = held.values().stream().mapToLong(RunningStack::bytes).sum();
        Iterator<Map.Entry<Role, RunningStack>> oldest = held.entrySet().iterator();
        while (taken + wanted > bytes && oldest.hasNext()) {
            Map.Entry<Role, RunningStack> stack = oldest.next();
            taken -= stack.getValue().bytes();
            if (changed.contains(stack.getKey())) {
                write(stack.getKey(), stack.getValue());
            }
            oldest.remove();
        }
    }

    private void write(Role role, RunningStack stack) {
        try {
            Files.createDirectories(folder);
            Path whole = path(role).resolveSibling(path(role).getFileName() + ".part");
            try (FileChannel file = FileChannel.open(
                    whole, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                stack.write(file);
            }
            Files.move(whole, path(role), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            changed.remove(role);
        } catch (IOException e) {
            throw new UncheckedIOException("the stack of " + role.label() + " cannot be put aside", e);
        }
    }

    private RunningStack read(Role role) {
        try (FileChannel file = FileChannel.open(path(role), StandardOpenOption.READ)) {
            return RunningStack.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the stack of " + role.label() + " cannot be taken up again", e);
        }
    }
}
