package org.heapline.profile.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts the members of classes back into the order of their original lines. A decompiler writes fields first, then the
 * methods as the class file has them (the static initialiser last), then the nested classes.
 */
final class MemberOrder {
    private static final Pattern TYPE =
            Pattern.compile("^[^=(]*\\b(?:class|interface|enum|record)\\s+(\\w[\\w$]*)[^;=]*\\{\\s*$");
    private static final Pattern PACKAGE = Pattern.compile("package\\s+([\\w.$]+);");
    private static final Pattern FIELD = Pattern.compile("[^=(]*?(?<![\\w$])([\\w$]++)\\s*=[^=].*");
    private static final Pattern CONSTANT = Pattern.compile("^\\s*([\\w$]+)\\s*(?:[(,;{].*)?$");

    private record Member(int line, List<DecompiledLine> lines) {}

    private final FieldLines fieldLines;

    MemberOrder(FieldLines fieldLines) {
        this.fieldLines = fieldLines;
    }

    /** Sorts the members of each class of a whole text. */
    List<DecompiledLine> sort(List<DecompiledLine> text) {
        String prefix = text.stream()
                .map(line -> PACKAGE.matcher(line.text()))
                .filter(Matcher::lookingAt)
                .map(m -> m.group(1).replace('.', '/') + '/')
                .findFirst()
                .orElse("");
        List<DecompiledLine> sorted = new ArrayList<>(text.size());
        for (List<DecompiledLine> part : members(text)) {
            sorted.addAll(inside(part, prefix));
        }
        return sorted;
    }

    /** A member with its own members sorted, if it is a class. */
    private List<DecompiledLine> inside(List<DecompiledLine> member, String prefix) {
        for (int at = 0; at < member.size(); at++) {
            Matcher type = TYPE.matcher(member.get(at).text());
            if (type.matches()) {
                String owner = prefix + type.group(1);
                int end = member.size() - 1;
                List<DecompiledLine> sorted = new ArrayList<>(member.subList(0, at + 1));
                sorted.addAll(body(member.subList(at + 1, Math.max(end, at + 1)), owner));
                sorted.addAll(member.subList(Math.max(end, at + 1), member.size()));
                return sorted;
            }
            if (!Braces.code(member.get(at).text()).isBlank()
                    && !member.get(at).text().strip().startsWith("@")) {
                return member;
            }
        }
        return member;
    }

    private List<DecompiledLine> body(List<DecompiledLine> lines, String owner) {
        List<Member> members = new ArrayList<>();
        int line = 0;
        for (List<DecompiledLine> part : members(lines)) {
            List<DecompiledLine> member = inside(withFieldLines(part, owner), owner + '$');
            // What has no line of its own stays behind what stood before it.
            line = member.stream()
                    .mapToInt(DecompiledLine::original)
                    .filter(l -> l > 0)
                    .min()
                    .orElse(line);
            members.add(new Member(line, member));
        }
        return members.stream()
                .sorted(Comparator.comparingInt(Member::line))
                .flatMap(m -> m.lines.stream())
                .toList();
    }

    /** Fields' initialisers and enum constants have no line in the decompiler's mapping. */
    private List<DecompiledLine> withFieldLines(List<DecompiledLine> part, String owner) {
        if (part.stream().anyMatch(l -> l.original() > 0)) {
            return part;
        }
        return part.stream()
                .map(l -> new DecompiledLine(l.text(), fieldLine(l.text(), owner)))
                .toList();
    }

    private int fieldLine(String text, String owner) {
        Matcher field = FIELD.matcher(text);
        Matcher declared = field.matches() ? field : CONSTANT.matcher(text);
        return declared.matches() ? fieldLines.line(owner, declared.group(1)) : 0;
    }

    /** Cuts lines into members: each ends where all its braces are closed behind a semicolon or a brace. */
    private static List<List<DecompiledLine>> members(List<DecompiledLine> lines) {
        List<List<DecompiledLine>> members = new ArrayList<>();
        List<DecompiledLine> member = new ArrayList<>();
        int depth = 0;
        for (DecompiledLine line : lines) {
            String code = Braces.code(line.text()).strip();
            depth += Braces.balance(code);
            member.add(line);
            if (depth <= 0 && (code.endsWith(";") || code.endsWith("}"))) {
                members.add(member);
                member = new ArrayList<>();
                depth = 0;
            }
        }
        if (!member.isEmpty()) {
            members.add(member);
        }
        return members;
    }
}
