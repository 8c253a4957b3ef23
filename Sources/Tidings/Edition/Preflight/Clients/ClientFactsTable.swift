/// What Gmail, Outlook, Apple Mail and Yahoo can show, one feature a line: its name at Can I email,
/// what shows that a page uses it, its support in the order of `MailClient.allCases` (y, n, a for
/// partly, u for unknown), and its title.
///
/// Derived from the data of Can I email (caniemail.com) of 29 June 2026, with this notice:
///
/// Copyright (c) 2019 Rémi Parmentier
///
/// Permission is hereby granted, free of charge, to any person obtaining a copy of this software and
/// associated documentation files (the "Software"), to deal in the Software without restriction,
/// including without limitation the rights to use, copy, modify, merge, publish, distribute,
/// sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is
/// furnished to do so, subject to the following conditions:
///
/// The above copyright notice and this permission notice shall be included in all copies or
/// substantial portions of the Software.
///
/// THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT
/// NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND
/// NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM,
/// DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT
/// OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
enum ClientFactsTable {
  static let date = "2026-06-29"

  static let lines = """
    css-accent-color|props|accent-color|nnnnnnnnnnyynnn|accent-color
    css-align-items|props|align-items|nnnnnnyyyyyynnn|align-items
    css-animation|props|animation|nnnnnnnnnnyynnn|animation
    css-aspect-ratio|props|aspect-ratio|nnnnnnnnnnyynnn|aspect-ratio
    css-backdrop-filter|props|backdrop-filter|nnnnnnynnnyynnn|backdrop-filter
    css-background-blend-mode|props|background-blend-mode|yaannnyyyyyynnn|background-blend-mode
    css-background-clip|props|background-clip|yaannnyyyyyynnn|background-clip
    css-background-color|props|background-color|yyyyyyyyyyyyyyy|background-color
    css-background-image|props|background-image|yyyynnyyyyyyaaa|background-image
    css-background-origin|props|background-origin|yaannnyyyyyynnn|background-origin
    css-background-position|props|background-position|yyyynnyyyyyyyyy|background-position
    css-background-repeat|props|background-repeat|yyyynnyyyyyyyyy|background-repeat
    css-background-size|props|background-size|yaannnyyyyyyyyy|background-size
    css-background|props|background|yyyyaayyyyyyaaa|background
    css-block-inline-size|props|block-size inline-size|nnnnnnnnnnyynnn|block-size & inline-size
    css-border-collapse|props|border-collapse|yyyyyyyyyyyyyyy|border-collapse
    css-border-image|props|border-image|nnnnnnnnnnyynnn|border-image
    css-border-inline-block-individual|props|border-inline-block-individual|nnnnnnnnnnyynnn|border-inline & border-block individual logical properties
    css-border-inline-block-longhand|props|border-inline-block-longhand|nnnnnnnnnnyynnn|border-inline & border-block longhand properties
    css-border-inline-block|props|border-inline border-block|nnnnnnnnnnyynnn|border-inline & border-block
    css-border-radius-logical|props|border-start-start-radius border-end-end-radius|nnnnnnnnnnyynnn|border-radius logical properties
    css-border-radius|props|border-radius|yyyynnyyyyyyaaa|border-radius
    css-border-spacing|props|border-spacing|yyyynnnyyyyyyyy|border-spacing
    css-border|props|border|yyyyaayyyyyyyyy|border
    css-box-shadow|props|box-shadow|naannnyyyyyynnn|box-shadow
    css-box-sizing|props|box-sizing|yyynnnyyyyyynnn|box-sizing
    css-caption-side|props|caption-side|yyyynnyyyyyyyyy|caption-side
    css-clear|props|clear|yyaunnuyyayyaaa|clear
    css-clip-path|props|clip-path|nnnnnnnnnnyynnn|clip-path
    css-color-scheme|props|color-scheme|nnnnnunnnnyynnn|color-scheme CSS property
    css-column-count|props|column-count|yyynnnyyyyyynnn|column-count
    css-column-layout-properties|props|column-width columns column-rule column-gap column-span column-fill|yyyynnyyyyyynnn|css column properties
    css-conic-gradient|func|conic-gradient|nnnnnnnnnnyynnn|conic-gradient()
    css-cursor|props|cursor|nnnnuunnnnanana|cursor
    css-direction|props|direction|yyyayyyyyyyyyyy|direction
    css-display-flex|decl|display flex|yaaynnyyyyyyyyy|display:flex
    css-display-grid|decl|display grid|yaaynnyyyyyyyyy|display:grid
    css-display-none|decl|display none|yyynaayyyyyyyyy|display:none
    css-display|props|display|yaayaayyyyyyaaa|display
    css-empty-cells|props|empty-cells|yyyunnyyyyyyynn|empty-cells
    css-filter|props|filter|nnnnnnnnnnyynnn|filter
    css-flex-direction|decl|flex-direction column|nnnnnnyyynyynnn|flex-direction:column
    css-flex-wrap|decl|flex-wrap wrap|nnnnnnyyyyyynnn|flex-wrap: wrap
    css-float|props|float|yaaynnyyyyyyaaa|float
    css-font-kerning|props|font-kerning|yyyynuyyyyyynnn|font-kerning
    css-font-size-adjust|props|font-size-adjust|yaaynnyyyyyyaaa|font-size-adjust
    css-font-size|props|font-size|yyyyaayyyyyyaaa|font-size
    css-font-stretch|props|font-stretch|yynynuyyynyynnn|font-stretch
    css-font-weight|props|font-weight|yyyyaayyyyyyaaa|font-weight
    css-font|props|font|yyyyyyyyyyyyyyy|font shorthand
    css-function-clamp|func|clamp|yaaynnnnnnyynnn|clamp()
    css-function-light-dark|func|light-dark|nnnnnnnnnuyynnu|light-dark()
    css-function-max|func|max|yaaynnnnnnyynnn|max()
    css-function-min|func|min|yaaynnnnnnyynnn|min()
    css-gap|props|gap column-gap row-gap|aaannnaaaayynnn|gap, column-gap, row-gap
    css-grid-template|props|grid-template grid-template-columns grid-template-rows grid-template-areas|nnnnnnnnnnyynnn|grid-template-* properties
    css-height|props|height|yyyyayyyyyyynnn|height property
    css-hyphenate-character|props|hyphenate-character|nnnnnnnnnnyynnn|hyphenate-character
    css-hyphenate-limit-chars|props|hyphenate-limit-chars|nnnnnnnnnnnnnnn|hyphenate-limit-chars
    css-hyphens|props|hyphens|nnnunnnnnnyynnn|hyphens
    css-inline-size|props|inline-size|nnnnnnnnnnnnnnn|inline-size
    css-inset|props|inset|nnnnnnnnnnyynnn|inset
    css-intrinsic-size|kw|fit-content min-content max-content|yayynnyyaayynnn|fit-content, min-content, max-content
    css-justify-content|props|justify-content|nnnnnnyyyyyynnn|justify-content
    css-left-right-top-bottom|props|left right top bottom|nnnnnnyyyyyynnn|left, right, top, bottom
    css-letter-spacing|props|letter-spacing|yyyyaayyyyyyyyy|letter-spacing
    css-line-height|props|line-height|yyyyaayyyyyyyyy|line-height
    css-linear-gradient|func|linear-gradient|yyaynnnnnnyynnn|linear-gradient()
    css-list-style-image|props|list-style-image|nnnnnnnnnnyynnn|list-style-image
    css-list-style-position|props|list-style-position|yyyynnyyyyyyyyy|list-style-position
    css-list-style-type|props|list-style-type|yyyyyyyyyyyyyyy|list-style-type
    css-list-style|props|list-style|aaaaaaayyyyyaaa|list-style
    css-margin-block-start-end|props|margin-block-start margin-block-end|nnnnnnnnnnyynnn|margin-block-start & margin-block-end
    css-margin-inline-block|props|margin-inline margin-block|nnnnnnnnnnyynnn|margin-inline & margin-block
    css-margin-inline-start-end|props|margin-inline-start margin-inline-end|nnnnnnnnnnyynnn|margin-inline-start & margin-inline-end
    css-margin|props|margin|aaaaaaaaaayyaaa|margin
    css-mask-image|props|mask-image|nnnnnnynnnyynnn|mask-image
    css-max-block-size|props|max-block-size|nnnunnnnynyynnn|max-block-size
    css-max-height|props|max-height|yyyynnyyyyyyyyy|max-height property
    css-max-inline-size|props|max-inline-size|nnnnnnnnnnyynnn|max-inline-size
    css-max-width|props|max-width|yyyyaayyyyyyyyy|max-width
    css-min-block-size|props|min-block-size|nnnnnnnnnnyynnn|min-block-size
    css-min-height|props|min-height|yyyynnyyyyyyyyy|min-height property
    css-min-inline-size|props|min-inline-size|nnnnnnnnynyynnn|min-inline-size
    css-min-width|props|min-width|yyyynnyyyyyyyyy|min-width property
    css-mix-blend-mode|props|mix-blend-mode|yaannnyyyyyynnn|mix-blend-mode
    css-modern-color|func|lch oklch lab oklab|nnnnnunnnnyynnn|lch(), oklch(), lab(), oklab()
    css-object-fit|props|object-fit|yaannnyyyyyynnn|object-fit
    css-object-position|props|object-position|yaannnyyyyyynnn|object-position
    css-opacity|props|opacity|yyynnnyyyyyyyyy|opacity
    css-orphans|props|orphans|nnnnnnyyyyyynnn|orphans
    css-outline-offset|props|outline-offset|nnnnnnnnnnyynnn|outline-offset
    css-outline|props|outline|yyyynnyyyyyyyyy|outline
    css-overflow-wrap|props|overflow-wrap|nnnunnnnnnaannn|overflow-wrap
    css-overflow|props|overflow|aaaannaaaaaaaaa|overflow
    css-padding-block-start-end|props|padding-block-start padding-block-end|nnnnnnnnnnyynnn|padding-block-start & padding-block-end
    css-padding-inline-block|props|padding-inline padding-block|nnnnnnnnnnyynnn|padding-inline & padding-block
    css-padding-inline-start-end|props|padding-inline-start padding-inline-end|nnnnnnnnnnyynnn|padding-inline-start & padding-inline-end
    css-padding|props|padding|yyyyaayyyyyyyyy|padding
    css-position|props|position|nnnnnnaanaaaaaa|position
    css-radial-gradient|func|radial-gradient|yyaynnnnnnyynnn|radial-gradient()
    css-resize|props|resize|nnnunnnnnnannnn|resize
    css-rgb|func|rgb|aaaaaayyyyyyaaa|rgb()
    css-rgba|func|rgba|aaaannyyyyyyaaa|rgba()
    css-scroll-snap|props|scroll-snap|nnnnnnnnnnyynnn|scroll-snap
    css-shape-margin|props|shape-margin|nnnnnnynnnyynnn|shape-margin
    css-shape-outside|props|shape-outside|nnnnnnynnnyynnn|shape-outside
    css-sytem-ui|kw|system-ui ui-serif ui-sans-serif ui-monospace|yyaynnyyyayyyya|system-ui, ui-serif, ui-sans-serif, ui-rounded, ui-monospace
    css-tab-size|props|tab-size|nnnunnyyynyynnn|tab-size
    css-table-layout|props|table-layout|yyyunnnyyyyyyyy|table-layout
    css-text-align-last|props|text-align-last|yyyynunnnnyynnn|text-align-last
    css-text-align|props|text-align|yyaaaayyyayyaaa|text-align
    css-text-decoration-color|props|text-decoration-color|yaannnyyyyyyyyy|text-decoration-color
    css-text-decoration-line|props|text-decoration-line|yyyynnyyyyyyyyy|text-decoration-line
    css-text-decoration-skip-ink|props|text-decoration-skip-ink|nnnnnnnnnnyynnn|text-decoration-skip-ink
    css-text-decoration-style|props|text-decoration-style|yyyynnyyyyyyyyy|text-decoration-style
    css-text-decoration-thickness|props|text-decoration-thickness|nnnnnnnnnnyynnn|text-decoration-thickness
    css-text-decoration|props|text-decoration|yaayaayyyyyyyyy|text-decoration
    css-text-emphasis-position|props|text-emphasis-position|nnnnnnynnnyynnn|text-emphasis-position
    css-text-emphasis|props|text-emphasis|yynnnnyyynyynnn|text-emphasis
    css-text-indent|props|text-indent|aaaayyyyyyyyaaa|text-indent
    css-text-justify|props|text-justify|annaannannnnann|text-justify
    css-text-orientation|props|text-orientation|yyyynnyyyyyynnn|text-orientation
    css-text-overflow|props|text-overflow|yaaynnyyyyyynnn|text-overflow
    css-text-shadow|props|text-shadow|nnnnnnnnnnyyyyy|text-shadow
    css-text-transform|props|text-transform|yyyyaayyyyyyyyy|text-transform
    css-text-underline-offset|props|text-underline-offset|nnnnnnnnnnyynnn|text-underline-offset
    css-text-underline-position|props|text-underline-position|yayynnnyayaannn|text-underline-position
    css-text-wrap|props|text-wrap|nnnnnnnnnnyynnn|text-wrap
    css-transform|props|transform|nnnnnnnnnnyynnn|transform
    css-transition|props|transition|nnnnnnnnnnyyaaa|transition
    css-unit-calc|func|calc|yaaynnnnnnyynnn|CSS calc() function
    css-unit-ch|unit|ch|yyyynnyyyyyynnn|ch unit
    css-unit-cm|unit|cm|yyyyyyyyyyyyyyy|cm unit
    css-unit-em|unit|em|yyyyyyyyyyyyyyy|em unit
    css-unit-ex|unit|ex|yyyyyyyyyyyyyyy|ex unit
    css-unit-in|unit|in|yyyyyyyyyyyyyyy|in unit
    css-unit-initial|kw|initial|aaaynnyyyyyynnn|initial unit
    css-unit-mm|unit|mm|yyyyyyyyyyyyyyy|mm unit
    css-unit-pc|unit|pc|yyyyyyyyyyyyyyy|pc unit
    css-unit-percent|unit|%|yyyyyyyyyyyyyyy|% unit
    css-unit-pt|unit|pt|yyyyyyyyyyyyyyy|pt unit
    css-unit-px|unit|px|yyyyyyyyyyyyyyy|px unit
    css-unit-rem|unit|rem|yyyynnyyyyyynnn|rem unit
    css-unit-vh|unit|vh|yyyynnyyyyyayyy|vh unit
    css-unit-vmax|unit|vmax|yyyynnyyyyyynnn|vmax unit
    css-unit-vmin|unit|vmin|yyyynnyyyyyynnn|vmin unit
    css-unit-vw|unit|vw|yyyynnyyyyyyyyy|vw unit
    css-user-select|props|user-select|nnnunnnnnnyannn|user-select
    css-variables|func|var|nnnnnnnnnnyynnn|CSS Variables (Custom Properties)
    css-vertical-align|props|vertical-align|yyyyyyyyyyyyyyy|vertical-align
    css-visibility|props|visibility|nnnnnnyyyyyyyyy|visibility
    css-white-space-collapse|props|white-space-collapse|nnnnnnnnnnyynnn|white-space-collapse
    css-white-space|props|white-space|yaaynnyyyyyyyaa|white-space
    css-widows|props|widows|nnnnnnyyyyyynnn|widows
    css-width|props|width|yyyyayyyyyyyyyy|width property
    css-word-break|props|word-break|yaaaynaaaaaannn|word-break
    css-word-spacing|props|word-spacing|yyyynnyyyyyyaaa|word-spacing
    css-word-wrap|props|word-wrap|auaunnuyynyyyuu|word-wrap
    css-writing-mode|props|writing-mode|yaaynnyyyyyynnn|writing-mode
    css-z-index|props|z-index|nnnnnnyyyyyyyyy|z-index
    html-abbr|el|abbr|yyyynnyyyyyynnn|<abbr> element
    html-acronym|el|acronym|yyyynnyyyyyynnn|<acronym> element
    html-address|el|address|yyyyyyyyyyyyyyy|address
    html-align|attr|align|yyyyyyayyyyyyyy|align attribute
    html-aria-describedby|attr|aria-describedby|nnnnnnyyyyyynnn|aria-describedby attribute
    html-aria-hidden|attr|aria-hidden|yyyyynyyyyyynnn|aria-hidden attribute
    html-aria-label|attr|aria-label|yyyyynyyyyyynnn|aria-label attribute
    html-aria-labelledby|attr|aria-labelledby|nnnnnnynyyyynnn|aria-labelledby attribute
    html-aria-live|attr|aria-live|yyyyannnnnyynnn|aria-live attribute
    html-audio|el|audio|nnnnnnnnnnyynnn|<audio> element
    html-background|attr|background|yaayanyyyyyyyyy|background attribute
    html-base|el|base|aaaaynaaanyyaaa|<base>
    html-bdi|el|bdi|nnnnnnnnnnyynnn|<bdi> element
    html-blockquote|el|blockquote|yyyyyyyyyyyyyyy|<blockquote> element
    html-body|el|body|aaaayynaaayyann|<body> element
    html-button-reset|el|button-reset|yayynnyynyyynnn|<button type="reset"> element
    html-button-submit|el|button-submit|yayynnnnnyyyyny|<button type="submit"> element
    html-cellpadding|attr|cellpadding|yyyyyyyyyyyyyyy|cellpadding attribute
    html-cellspacing|attr|cellspacing|yyyyyyyyyyyyyyy|cellspacing attribute
    html-code|el|code|yyyyyyyyyyyyyyy|<code> element
    html-del|el|del|yyyyyyyyyyyyyyy|<del> element
    html-dfn|el|dfn|yyyyaayyyyyyyyy|<dfn> element
    html-dialog|el|dialog|nnynnnnnnnyynnn|<dialog> element
    html-dir|attr|dir|yyyaaayyyyyyyyy|dir attribute
    html-div|el|div|yyyyyyyyyyyyyyy|<div> element
    html-form|el|form|yayynnaayyyyyny|<form> element
    html-h1-h6|el|h1 h2 h3 h4 h5 h6|yyyyyyyyyyyyyyy|<h1> to <h6> elements
    html-height|attr|height|yyyyayyyyyyyyyy|height attribute
    html-hidden|attr|hidden|nnnnnnnnnnyynnn|hidden attribute
    html-hr|el|hr|yyyyyyyyyyyyyyy|<hr> element
    html-image-maps|el|map area|yyyyynyyyyyyyyn|Image maps
    html-img|el|img|yyyyyyyyyyyyyyy|<img> element
    html-input-checkbox|el|input-checkbox|yyyynnyyyyyyyyy|<input type="checkbox"> element
    html-input-hidden|el|input-hidden|yyyynnyyyyyyyyy|<input type="hidden"> element
    html-input-radio|el|input-radio|yyyynnyyyyyyyyy|<input type="radio"> element
    html-input-reset|el|input-reset|yayynnyyyyyyyyy|<input type="reset"> element
    html-input-submit|el|input-submit|yayynnnnyyyyyny|<input type="submit"> element
    html-input-text|el|input|yyyynnyyynyyyyn|<input type="text"> element
    html-lang|attr|lang|yyyyyyyyyyyyaaa|lang attribute
    html-link|el|link|nnnnyynnnnyynnn|<link> element
    html-lists|el|ul ol dl|aaaaaaaaaayyaaa|<ul>, <ol> and <dl>
    html-loading-attribute|attr|loading|nnnnnnnnnnyynnn|loading attribute
    html-marquee|el|marquee|nnnnnnaayyyyayy|<marquee> element
    html-meter|el|meter|nnannnyyyyyynnn|<meter> element
    html-object|el|object|nnnnnnnnnnaynnn|<object> element
    html-p|el|p|yyyyyyyyyyyyyyy|<p> element
    html-picture|el|picture|nnnnnnnnnnaynnn|<picture> element
    html-popover|attr|popover|nnnnnnnnnnyynnn|popover attribute
    html-pre|el|pre|yyyyyyyyyyyyyyy|<pre> element
    html-progress|el|progress|nnannnnnnnyynnn|<progress> element
    html-required|attr|required|nnannnnnyyyynnn|required attribute
    html-role|attr|role|yyyyynyyyyyyaaa|role attribute
    html-rp|el|rp|nnannnyyyyyyyyy|<rp> element
    html-rt|el|rt|nnannnyyyyyyyyy|<rt> element
    html-ruby|el|ruby|nnannnyyyyyyyyy|<ruby> element
    html-select|el|select|yayynnyyyyyayny|<select> element
    html-semantics|el|article aside details figcaption figure footer header main mark nav section summary time|aaaannaaaayynnn|HTML5 semantics
    html-small|el|small|yyyyyyyyyyyyyyy|<small> element
    html-span|el|span|yyyyyyyyyyyyyyy|<span> element
    html-srcset|attr|srcset sizes|nnnnnnnnnnyynnn|srcset and sizes attributes
    html-strike|el|strike|yaayyyyyyyyyyyy|<strike> element
    html-strong|el|strong|yyyyyyyyyyyyyyy|<strong> element
    html-style|el|style|aaanaayyyyyyyyy|<style> element
    html-svg|el|svg|nnnnnnnnnnaynnn|Embedded <svg> image
    html-table|el|table|yyyyyyyyyyyyyyy|<table> element
    html-target|attr|target|nnnnaaanaaaannn|target attribute
    html-textarea|el|textarea|yyyynnyyynyyyyn|<textarea> element
    html-valign|attr|valign|yyyyyyyyyyyyyyy|valign attribute
    html-video|el|video|nnnnnnynnnyannn|<video> element
    html-wbr|el|wbr|ynaynnyyyyyyyyy|<wbr> element
    html-width|attr|width|yyyyayyyyyyyyyy|width attribute
    image-apng|img|apng|nynnnnyyynyyyyy|Animated PNG image format
    image-avif|img|avif|aaaannyyyyyyyyy|AVIF image format
    image-base64|img|base64|nnnnanyyyyyyyyy|Base 64 image format
    image-bmp|img|bmp|ayaayyyyyyyyyyy|BMP image format
    image-gif|img|gif|yyyyayyyyyyyyyy|GIF image format
    image-hdr|img|hdr|nnnnnnnnnnnnnnn|HDR image format
    image-heif|img|heif|aaaannynynyyayn|HEIF image format
    image-ico|img|ico|yyyynyyyyyyyyyy|ICO image format
    image-jpg|img|jpg|yyyyyyyyyyyyyyy|JPG image format
    image-mp4|img|mp4|nnnnnnnyynyyyyn|Video as Image Assets
    image-png|img|png|yyyyyyyyyyyyyyy|PNG image format
    image-svg|img|svg|naanyyyyyyyyyyy|SVG image format
    image-tiff|img|tiff|ayaanyynynyynyn|TIFF image format
    image-webp|img|webp|aaaanyyyyyyyyyy|webP image format
    """
}
