package org.heapline.profile;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** What may have been meant by a name that is not there. */
public final class NearestNames {
    private NearestNames() {}

    /**
     * The classes, or packages, whose name is nearest to that of a pattern.
     *
     * @param pattern a method pattern; what it says behind {@code #} does not count
     * @param classes candidates, the better ones first
     * @param most at most so many
     * @return class names, or package patterns ({@code com.acme.*}) for a pattern about a package, or one that names a
     *     package as if it were a class; nearest first
     */
    public static List<String> ofClasses(String pattern, Collection<String> classes, int most) {
        int hash = pattern.indexOf('#');
        String owner = hash < 0 ? pattern : pattern.substring(0, hash);
        int star = owner.indexOf('*');
        if (star >= 0) {
            String wanted = owner.substring(0, star).replaceAll("\\.$", "");
            List<String> packages =
                    classes.stream().map(NearestNames::packageOf).distinct().toList();
            return nearest(wanted, packages, name -> name, most).stream()
                    .map(name -> name + ".*")
                    .toList();
        }
        return Stream.concat(
                        misspelt(owner, classes), nearest(simple(owner), classes, NearestNames::simple, most).stream())
                .distinct()
                .limit(most)
                .toList();
    }

    /** Names that are right but for a dot: a nested class, a class and its method, a package. */
    private static Stream<String> misspelt(String owner, Collection<String> classes) {
        Stream<String> nested = classes.stream()
                .filter(name -> !name.equals(owner) && dotted(name).equals(owner));
        Stream<String> outer = classes.stream().filter(name -> name.equals(packageOf(owner)));
        Stream<String> inside = classes.stream()
                .map(NearestNames::packageOf)
                .distinct()
                .filter(name -> name.equals(owner) || name.startsWith(owner + "."))
                .map(name -> name + ".*");
        return Stream.of(nested, outer, inside).flatMap(each -> each);
    }

    private static String dotted(String name) {
        return name.replace('$', '.');
    }

    /** Those of the names that are nearest to a name, nearest first; at most so many. */
    public static List<String> of(String wanted, Collection<String> names, int most) {
        return nearest(wanted, names, name -> name, most);
    }

    private static List<String> nearest(
            String wanted, Collection<String> names, Function<String, String> shown, int most) {
        String lower = wanted.toLowerCase(Locale.ROOT);
        Function<String, Integer> distance =
                name -> distance(lower, shown.apply(name).toLowerCase(Locale.ROOT));
        return names.stream()
                .distinct()
                .filter(name -> !name.isEmpty() && distance.apply(name) <= Math.max(2, lower.length() / 3))
                .sorted(Comparator.comparing(distance))
                .limit(most)
                .toList();
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String packageOf(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    /** How many letters must be put in, left out or changed to come from one word to the other. */
    static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int change = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
