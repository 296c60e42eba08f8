using System.Text;

namespace NetGen.Reports;

/// <summary>Pictures side by side, each with what was said of it.</summary>
internal static class PictureGrid
{
    /// <summary>The pictures as markup.</summary>
    /// <param name="cards">The pictures.</param>
    public static string Of(IEnumerable<PictureCard> cards)
    {
        var grid = new StringBuilder("""<ul class="pictures">""");
        foreach (PictureCard card in cards)
        {
            grid.Append(card.IsMistake ? """<li class="mistake">""" : "<li>");
            grid.Append($"""<img alt="{Markup.Escape(card.Truth)}" src="{card.Picture.ToDataUri()}"/>""");
            grid.Append($"""<p><span class="mark">{(card.IsMistake ? "✗" : "✓")}</span> {Markup.Escape(card.Prediction)}<br/>""");
            grid.Append($"""<span class="truth">{Markup.Escape(card.Truth)}</span></p></li>""");
        }

        return grid.Append("</ul>").ToString();
    }
}
