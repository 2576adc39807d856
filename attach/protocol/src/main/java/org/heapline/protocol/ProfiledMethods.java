package org.heapline.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.management.openmbean.CompositeData;

/**
 * Profiled methods whose ids follow each other, in the form in which JMX carries many of them: one value with each text
 * in it once. A value for each method would keep both sides busy for seconds where thousands of classes are profiled.
 */
public final class ProfiledMethods {
    /** Texts of a method: class name, name, descriptor, file, location. */
    private static final int TEXTS = 5;

    private final int first;
    private final String[] texts;
    private final int[] numbers;

    private ProfiledMethods(int first, String[] texts, int[] numbers) {
        this.first = first;
        this.texts = texts;
        this.numbers = numbers;
    }

    /** The methods, of which each has the id of the one before and one more. */
    public static ProfiledMethods of(List<ProfiledMethod> methods) {
        Map<String, Integer> places = new HashMap<>();
        int[] numbers = new int[methods.size() * 16];
        int at = 0;
        for (ProfiledMethod each : methods) {
            int[] lines = each.getLines();
            if (numbers.length < at + TEXTS + 1 + lines.length) {
                numbers = Arrays.copyOf(numbers, Math.max(numbers.length * 2, at + TEXTS + 1 + lines.length));
            }
            numbers[at++] = placeOf(each.getClassName(), places);
            numbers[at++] = placeOf(each.getName(), places);
            numbers[at++] = placeOf(each.getDescriptor(), places);
            numbers[at++] = placeOf(each.getFile(), places);
            numbers[at++] = placeOf(each.getLocation(), places);
            numbers[at++] = lines.length;
            System.arraycopy(lines, 0, numbers, at, lines.length);
            at += lines.length;
        }
        String[] texts = new String[places.size()];
        for (Map.Entry<String, Integer> each : places.entrySet()) {
            texts[each.getValue()] = each.getKey();
        }
        return new ProfiledMethods(methods.isEmpty() ? 0 : methods.get(0).getId(), texts, Arrays.copyOf(numbers, at));
    }

    private static int placeOf(String text, Map<String, Integer> places) {
        Integer known = places.get(text);
        if (known == null) {
            known = places.size();
            places.put(text, known);
        }
        return known;
    }

    /** Reads the form in which JMX carries this value. */
    public static ProfiledMethods from(CompositeData data) {
        return new ProfiledMethods(
                (Integer) data.get("first"), (String[]) data.get("texts"), (int[]) data.get("numbers"));
    }

    /** The methods, in the order of their ids. */
    public List<ProfiledMethod> list() {
        List<ProfiledMethod> methods = new ArrayList<>();
        for (int at = 0; at < numbers.length; ) {
            int lines = at + TEXTS + 1;
            int end = lines + numbers[at + TEXTS];
            methods.add(new ProfiledMethod(
                    first + methods.size(),
                    texts[numbers[at]],
                    texts[numbers[at + 1]],
                    texts[numbers[at + 2]],
                    texts[numbers[at + 3]],
                    texts[numbers[at + 4]],
                    Arrays.copyOfRange(numbers, lines, end)));
            at = end;
        }
        return methods;
    }

    /** The id of the first one; 0 if there is none. */
    public int getFirst() {
        return first;
    }

    /** The texts, each once. */
    public String[] getTexts() {
        return texts.clone();
    }

    /** By method: the places of its texts, how many lines it has, and these. */
    public int[] getNumbers() {
        return numbers.clone();
    }
}
