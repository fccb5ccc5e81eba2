<?php
/**
 * Plugin Name: Declaration chat
 * Description: [declaration_chat server="https://chat.example.org" title="Ask the declaration"]
 * Version: 1.0.0
 * License: MIT
 */

defined('ABSPATH') || exit;

add_shortcode('declaration_chat', function ($given) {
    $attributes = shortcode_atts(
        ['server' => '', 'title' => '', 'documents' => '', 'lang' => get_bloginfo('language')],
        $given
    );
    $server = untrailingslashit(esc_url($attributes['server'], ['https', 'http']));
    if ($server === '') {
        return '';
    }
    wp_enqueue_script('declaration-chat', $server . '/widget.js', [], null, ['strategy' => 'async']);
    $written = '';
    foreach (array_filter(array_merge($attributes, ['server' => $server])) as $name => $value) {
        $written .= sprintf(' %s="%s"', $name, esc_attr($value));
    }
    return '<declaration-chat' . $written . '></declaration-chat>';
});

// Links to paragraphs become the paragraphs' words.
add_action('init', function () {
    $server = untrailingslashit((string) get_option('declaration_chat_server', ''));
    if ($server !== '') {
        wp_oembed_add_provider($server . '/documents/*', $server . '/oembed');
    }
});
