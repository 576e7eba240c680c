package io.astrochrome.standalone.child;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * Runs another main class and ends the process when its standard input ends: a child never outlives the launcher, not
 * even one that was killed. The end is orderly (shutdown hooks run) and, if those hang, forced.
 */
public final class ChildMain {
    private static final long FORCED_END_AFTER_MILLIS = 15_000;

    private ChildMain() {}

    /** Takes the main class's name, then its arguments. */
    public static void main(String[] args) throws Exception {
        endWithTheParent(System.in);
        var main = Class.forName(args[0]).getMethod("main", String[].class);
        try {
            main.invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private static void endWithTheParent(InputStream parent) {
        daemon("parent-watch", () -> {
            readToTheEnd(parent);
            daemon("forced-end", () -> {
                pause(FORCED_END_AFTER_MILLIS);
                Runtime.getRuntime().halt(1);
            });
            System.exit(0);
        });
    }

    private static void readToTheEnd(InputStream parent) {
        try {
            while (parent.read() >= 0) {
                // Nothing is said on this stream; only its end speaks.
            }
        } catch (IOException e) {
            System.err.println("The launcher is gone: " + e.getMessage());
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void daemon(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
