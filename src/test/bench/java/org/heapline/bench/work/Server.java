package org.heapline.bench.work;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Sixteen threads that serve requests: parse, look up in a shared cache, render, encode. */
public final class Server implements Workload {
    private static final int THREADS = 16;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, Server::daemon);
    private final Map<String, String> cache = new ConcurrentHashMap<>();

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "server");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public boolean usesThreads() {
        return true;
    }

    @Override
    public long run(int size) throws Exception {
        List<Future<Long>> answers = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            int client = i;
            answers.add(threads.submit(() -> serve(client, size)));
        }
        long sum = 0;
        for (Future<Long> each : answers) {
            sum += each.get();
        }
        return sum;
    }

    private long serve(int client, int requests) {
        long sum = 0;
        for (int i = 0; i < requests; i++) {
            byte[] answer = answer("user=" + client + "&item=" + i % 97 + "&count=" + i % 7);
            sum = sum * 31 + answer.length + answer[answer.length - 1];
        }
        return sum;
    }

    private byte[] answer(String query) {
        int count = 0;
        String item = "";
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            String key = pair.substring(0, equals);
            String value = pair.substring(equals + 1);
            if (key.equals("count")) {
                count = Integer.parseInt(value);
            } else if (key.equals("item")) {
                item = value;
            }
        }
        String name = cache.computeIfAbsent(item, Server::describe);
        StringBuilder page = new StringBuilder();
        page.append("<h1>").append(name).append("</h1>");
        for (int i = 0; i < count; i++) {
            page.append("<li>");
            page.append(i);
            page.append("</li>");
        }
        return page.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String describe(String item) {
        return "Item no. " + item;
    }
}
