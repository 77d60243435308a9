"use client";
import "./globals.css";

type Props = { readonly retry: () => void };

/** When even the frame of the page fails there is no language to ask for: both are shown. */
export default function GlobalError({ retry }: Props) {
  return (
    <html lang="fr">
      <body className="font-sans">
        <title>Incident · Incident</title>
        <main className="mx-auto max-w-2xl space-y-4 px-4 py-16">
          <h1 className="text-3xl font-bold tracking-tight">Le service est momentanément indisponible</h1>
          <p>L’incident vient de chez nous. Rien de ce qui était enregistré n’est perdu. Réessayez dans un instant.</p>
          <p lang="en">The service is unavailable for a moment. The fault is ours, and nothing recorded is lost.</p>
          <button
            type="button"
            onClick={retry}
            className="min-h-12 rounded-md bg-primary px-6 font-semibold text-on-primary"
          >
            Réessayer · <span lang="en">Try again</span>
          </button>
        </main>
      </body>
    </html>
  );
}
